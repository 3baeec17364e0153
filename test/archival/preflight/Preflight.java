import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.activation.DataSource;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult.ValidationError;
import org.apache.pdfbox.preflight.parser.PreflightParser;

/** Prints what PDFBox Preflight has to say of files: file, code and details, parted by tabs. */
public class Preflight {
  record Source(File file) implements DataSource {
    public InputStream getInputStream() throws IOException {
      return new FileInputStream(file);
    }

    public OutputStream getOutputStream() {
      throw new UnsupportedOperationException();
    }

    public String getContentType() {
      return "application/pdf";
    }

    public String getName() {
      return file.getName();
    }
  }

  public static void main(String[] files) throws Exception {
    for (String file : files) {
      var parser = new PreflightParser(new Source(new File(file)));
      parser.parse();
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        for (ValidationError error : document.getResult().getErrorsList()) {
          System.out.println(file + "\t" + error.getErrorCode() + "\t" + error.getDetails().replaceAll("\\s+", " "));
        }
      }
    }
  }
}
