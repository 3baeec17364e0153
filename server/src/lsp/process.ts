// 办文: where a document stands in its process, and putting on record what is done with it.
import { type ProcessView, processVerdict } from '../features/process.ts'
import { Failure } from '../text/failure.ts'
import type { Uri } from '../text/finding.ts'
import { message } from '../text/message.ts'
import { answerOrFail } from './answer.ts'
import type { Processes } from './processes.ts'
import { flowOf } from './processFlow.ts'
import type {
  ProcessActRequest,
  ProcessCheckRequest,
  ProcessDeed,
  ProcessMakeRequest,
  ProcessRequest,
  ProcessState,
} from './processProtocol.ts'
import { refreshLenses } from './redraw.ts'
import type { Session } from './session.ts'

export function answerProcess(session: Session, processes: Processes): void {
  const { connection } = session
  connection.onRequest(
    'hongtou/process' satisfies ProcessRequest['method'],
    answerOrFail(session, async ({ uri, actor }: ProcessRequest['params']) =>
      isFile(uri) ? told(session, await processes.view(uri, actor)) : null,
    ),
  )
  connection.onRequest(
    'hongtou/processAct' satisfies ProcessActRequest['method'],
    answerOrFail(session, (params: ProcessActRequest['params']) => act(session, processes, params)),
  )
  connection.onRequest(
    'hongtou/processCheck' satisfies ProcessCheckRequest['method'],
    answerOrFail(session, (params: ProcessCheckRequest['params']) => check(session, processes, params)),
  )
  connection.onRequest(
    'hongtou/processMake' satisfies ProcessMakeRequest['method'],
    answerOrFail(session, (params: ProcessMakeRequest['params']) => make(session, processes, params)),
  )
}

/** What was made of it is what is read anew: nobody else may have told of the changed file yet. */
async function act(
  session: Session,
  processes: Processes,
  { uri, ...entered }: ProcessActRequest['params'],
): Promise<ProcessState | null> {
  requireOffice(session, uri)
  const { name, organ } = entered.actor ?? {}
  if (!isText(name) || !isText(organ) || !isText(entered.action))
    throw new Failure('no-actor', message('没有写明办理人的姓名和机关，没有记。'))
  await (await processes.office()).enter(uri, await flowOf(session, uri), entered)
  processes.changed([uri])
  refreshLenses(session)
  return told(session, await processes.view(uri, entered.actor))
}

async function check(
  session: Session,
  processes: Processes,
  { uri, trusted, actor }: ProcessCheckRequest['params'],
): Promise<ProcessCheckRequest['result']> {
  if (!isFile(uri)) throw noFile()
  processes.changed([uri])
  const { view, checked } = await processes.check(uri, trusted, actor)
  return {
    headline: session.say(processVerdict(view, checked)),
    sound: view.begun && view.problems.length === 0,
    state: told(session, view),
  }
}

async function make(
  session: Session,
  processes: Processes,
  { uri, kind, trusted, key }: ProcessMakeRequest['params'],
): Promise<ProcessMakeRequest['result']> {
  requireOffice(session, uri)
  const office = await processes.office()
  const flow = await flowOf(session, uri)
  return {
    file: kind === 'archive' ? await office.archive(uri, flow, { trusted, key }) : await office.sheet(uri, flow),
  }
}

function requireOffice({ state }: Session, uri: Uri): void {
  if (!isFile(uri)) throw noFile()
  if (!state.trusted) throw new Failure('untrusted', message('这个文件夹未被信任：只能看办理记录，不能办文。'))
}

function isFile(uri: unknown): uri is Uri {
  return isText(uri) && uri.startsWith('file:')
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function noFile(): Failure {
  return new Failure('not-local', message('办理记录放在公文旁边的文件里。请先把公文保存到本机文件夹。'))
}

/** The view with its sentences in the user's language. */
function told(session: Session, view: ProcessView): ProcessState {
  const deed = ({ refusal, ...rest }: ProcessView['others'][number]): ProcessDeed => ({
    ...rest,
    ...(refusal ? { refusal: session.say(refusal) } : {}),
  })
  return {
    ...view,
    standing: session.say(view.standing),
    steps: view.steps.map(({ action, done, ...rest }) => ({
      ...rest,
      done: done.map(deed),
      ...(action
        ? {
            action: {
              settles: action.settles,
              numbers: action.numbers,
              ...(action.refusal ? { refusal: session.say(action.refusal) } : {}),
            },
          }
        : {}),
    })),
    others: view.others.map(deed),
    problems: view.problems.map(({ line, message: sentence }) =>
      line > 0 ? session.say(message('第{0}行：{1}', line, session.say(sentence))) : session.say(sentence),
    ),
  }
}
