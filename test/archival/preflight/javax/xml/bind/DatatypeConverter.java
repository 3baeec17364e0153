package javax.xml.bind;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Calendar;
import java.util.GregorianCalendar;

/** The part that Preflight asks for of a class that has left the JDK and that Debian does not package with it. */
public class DatatypeConverter {
  public static int parseInt(String text) {
    return Integer.parseInt(text);
  }

  public static Calendar parseDateTime(String text) {
    var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
    return GregorianCalendar.from(read instanceof ZonedDateTime zoned ? zoned : ((LocalDateTime) read).atZone(ZoneOffset.UTC));
  }
}
