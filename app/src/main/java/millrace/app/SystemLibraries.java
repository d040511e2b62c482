package millrace.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * What JavaFX needs of a Linux machine and does not ask for itself: without it, it dies of a NullPointerException or an
 * UnsatisfiedLinkError somewhere in its own depths. To be asked before the first class of JavaFX is touched.
 */
@SuppressWarnings("restricted")
public final class SystemLibraries {
    private SystemLibraries() {}

    /** What is missing and what to install, as a sentence for the user; empty if all is there. */
    public static Optional<String> missing() {
        if (!System.getProperty("os.name").equals("Linux")) return Optional.empty();
        if (!present("libpangoft2-1.0.so.0") || !present("libfontconfig.so.1"))
            return Optional.of("Text cannot be drawn on this machine: install the package libpangoft2-1.0-0 "
                    + "(elsewhere called pango) and a font such as fonts-dejavu-core.");
        if (fonts() == 0)
            return Optional.of("No font is installed on this machine: install one, such as the package "
                    + "fonts-dejavu-core (elsewhere called dejavu-sans-fonts or ttf-dejavu).");
        return Optional.empty();
    }

    private static boolean present(String library) {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(library, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** How many fonts fontconfig knows, which is whom JavaFX asks. */
    private static int fonts() {
        SymbolLookup library = SymbolLookup.libraryLookup("libfontconfig.so.1", Arena.global());
        try {
            var configuration = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(library.findOrThrow("FcInitLoadConfigAndFonts"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS))
                    .invokeExact();
            var set = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(library.findOrThrow("FcConfigGetFonts"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                    .invokeExact(configuration, 0);
            // struct FcFontSet begins with its count.
            return set.equals(MemorySegment.NULL) ? 0
                    : set.reinterpret(ValueLayout.JAVA_INT.byteSize()).get(ValueLayout.JAVA_INT, 0);
        } catch (Throwable e) {
            throw new IllegalStateException("fontconfig could not be asked", e);
        }
    }
}
