package javax.activation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The part that Preflight asks for of a class that has left the JDK and that Debian does not package with it. */
public interface DataSource {
  InputStream getInputStream() throws IOException;

  OutputStream getOutputStream() throws IOException;

  String getContentType();

  String getName();
}
