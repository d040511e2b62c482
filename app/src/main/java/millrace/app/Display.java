package millrace.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/** Whether a window can be shown here. To be asked before JavaFX starts: once it has failed, it can't draw pictures either. */
@SuppressWarnings("restricted")
final class Display {
    private Display() {}

    /** On Linux, whether an X server (Xwayland, too) answers; elsewhere a window is always possible. */
    static boolean present() {
        if ("Headless".equalsIgnoreCase(System.getProperty("glass.platform"))) return false;
        if (!System.getProperty("os.name").equals("Linux")) return true;
        String name = System.getenv("DISPLAY");
        return name != null && !name.isBlank() && answers();
    }

    private static boolean answers() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
            MemorySegment display = open(x11);
            if (display.equals(MemorySegment.NULL)) return false;
            close(x11, display);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static MemorySegment open(SymbolLookup x11) {
        try {
            return (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(x11.findOrThrow("XOpenDisplay"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                    .invokeExact(MemorySegment.NULL);
        } catch (Throwable e) {
            throw new IllegalStateException("the display could not be asked", e);
        }
    }

    private static void close(SymbolLookup x11, MemorySegment display) {
        try {
            int ignored = (int) Linker.nativeLinker()
                    .downcallHandle(x11.findOrThrow("XCloseDisplay"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .invokeExact(display);
        } catch (Throwable e) {
            throw new IllegalStateException("the display could not be closed", e);
        }
    }
}
