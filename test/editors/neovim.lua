-- What somebody does in Neovim with its own client: open, look at the diagnostics, take a quick fix, format, save.
local uv = vim.loop
local command = vim.json.decode(os.getenv('HONGTOU_SERVER'))
vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('HONGTOU_FILE')))
vim.bo.filetype = 'gongwen'

local client = vim.lsp.start_client({ name = 'hongtou', cmd = command, root_dir = uv.cwd() })
vim.lsp.buf_attach_client(0, client)

local told = {}
local function diagnostics()
  return vim.tbl_map(function(each)
    return { code = each.code, line = each.lnum, column = each.col, message = each.message }
  end, vim.diagnostic.get(0))
end
vim.wait(25000, function()
  return #vim.diagnostic.get(0) > 0
end, 20)
told.before = diagnostics()

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 25000) or {}
  return (answers[client] or {}).result
end
for _, each in ipairs(vim.diagnostic.get(0)) do
  if each.code == 'docnum-brackets' then
    vim.api.nvim_win_set_cursor(0, { each.lnum + 1, each.col })
    local params = vim.lsp.util.make_range_params(0, 'utf-16')
    params.context = { diagnostics = {}, only = { 'quickfix' } }
    local actions = ask('textDocument/codeAction', params) or {}
    told.action = actions[1] and actions[1].title
    vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  end
end

local formatting = ask('textDocument/formatting', vim.lsp.util.make_formatting_params())
vim.lsp.util.apply_text_edits(formatting or {}, 0, 'utf-16')
vim.cmd('silent write')
vim.wait(25000, function()
  return #vim.diagnostic.get(0) < #told.before
end, 20)
told.after = diagnostics()

local out = io.open(os.getenv('HONGTOU_TOLD'), 'w')
out:write(vim.json.encode(told))
out:close()
vim.cmd('qall!')
