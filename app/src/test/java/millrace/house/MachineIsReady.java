package millrace.house;

import millrace.app.SystemLibraries;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Says once what to install, in place of a NullPointerException in each test of the window. */
public final class MachineIsReady implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        SystemLibraries.missing().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
    }
}
