package millrace.measure;

import java.nio.file.Path;
import millrace.compile.Compiler;
import millrace.design.Design;
import millrace.design.Value;
import millrace.format.DesignFolder;
import millrace.format.DesignReader;
import millrace.operator.Files;
import millrace.trace.Run;

/** Designs that come with the program, changed here and there. */
public final class Shipped {
    private static final Path DESIGNS = Path.of("../../designs");

    private Shipped() {}

    static Design design(String name) {
        return DesignReader.read(DESIGNS.resolve(name + ".json")).wholeDesign().orElseThrow();
    }

    static Files files(String name) {
        return DesignFolder.of(DESIGNS.resolve(name + ".json"));
    }

    /** As it comes. */
    public static Run run(String name) {
        return run(design(name), name);
    }

    static Run run(Design design, String name) {
        return Run.of(Compiler.compile(design, files(name)).value().orElseThrow());
    }

    static Design with(Design design, String node, String setting, Value value) {
        return design.change(node, n -> n.withSettings(n.settings().withAt(setting, value)));
    }
}
