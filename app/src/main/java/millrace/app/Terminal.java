package millrace.app;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/** Whether a stream of the process is a terminal. {@code System.console()} speaks of all three streams at once. */
@SuppressWarnings("restricted")
final class Terminal {
    static final int OUT = 1;
    static final int ERR = 2;

    private Terminal() {}

    /** Whether a person sees at once what is written there, on a terminal that can move its cursor. */
    static boolean shows(int stream) {
        return !"dumb".equals(System.getenv("TERM")) && isTerminal(stream);
    }

    private static boolean isTerminal(int stream) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("isatty");
        if (function.isEmpty()) function = linker.defaultLookup().find("_isatty");
        if (function.isEmpty()) return System.console() != null && System.console().isTerminal();
        try {
            var call = linker.downcallHandle(function.get(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            return (int) call.invokeExact(stream) != 0;
        } catch (Throwable e) {
            throw new IllegalStateException("the system could not be asked for its terminal", e);
        }
    }
}
