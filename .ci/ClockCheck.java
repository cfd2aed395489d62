import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;

/** Prints what this JVM takes for the time, the zone and the locale. Run from source by any-day, which compares. */
final class ClockCheck {
    private ClockCheck() {}

    public static void main(String[] arguments) {
        System.out.println(System.currentTimeMillis() / 1000);
        System.out.println(Instant.now().getEpochSecond());
        System.out.println(new Date().getTime() / 1000);
        System.out.println(Calendar.getInstance().getTimeInMillis() / 1000);
        System.out.println(TimeZone.getDefault().getID());
        System.out.println(Locale.getDefault());
    }
}
