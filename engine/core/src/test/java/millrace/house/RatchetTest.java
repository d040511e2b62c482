package millrace.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Keeps files and methods of all modules' main code short. The numbers allowed stand in ratchet.properties; they only
 * ever go down.
 */
class RatchetTest {
    private static final int LONGEST_FILE = 500;
    private static final int LONG_METHOD = 25;

    private record Method(Path file, String name, long line, long length) {
        @Override
        public String toString() {
            return length + " lines: " + file.getFileName() + ":" + line + " " + name;
        }
    }

    private final Path top = top();

    @Test
    void filesAreShort() throws IOException {
        List<String> long_ = new ArrayList<>();
        for (Path file : sources(top)) {
            long lines = Files.readString(file).lines().count();
            if (lines > LONGEST_FILE) long_.add(lines + " lines: " + top.relativize(file));
        }
        assertEquals(List.of(), long_, "no file has more than " + LONGEST_FILE + " lines");
    }

    @Test
    void methodsAreShort() throws IOException {
        Properties allowed = new Properties();
        try (var in = RatchetTest.class.getResourceAsStream("/ratchet.properties")) {
            allowed.load(in);
        }
        List<String> exceeded = new ArrayList<>();
        for (String module : List.of("engine/core", "engine/bench", "app"))
            check(module, Integer.parseInt(allowed.getProperty(module)), exceeded);
        assertEquals(List.of(), exceeded);
    }

    private void check(String module, int allowed, List<String> exceeded) throws IOException {
        List<Method> methods = methods(sources(top.resolve(module)));
        List<Method> longOnes = methods.stream()
                .filter(method -> method.length > LONG_METHOD)
                .sorted(Comparator.comparingLong(Method::length).reversed())
                .toList();
        System.out.printf(Locale.ROOT, "%s: %d methods, median %d lines, %d of more than %d lines (%d allowed)%n",
                module,
                methods.size(), median(methods), longOnes.size(), LONG_METHOD, allowed);
        longOnes.forEach(method -> System.out.println("    " + method));
        if (longOnes.size() > allowed)
            exceeded.add(module + ": " + longOnes.size() + " methods of more than " + LONG_METHOD
                    + " lines, " + allowed + " allowed: " + longOnes);
    }

    private static long median(List<Method> methods) {
        long[] lengths = methods.stream().mapToLong(Method::length).sorted().toArray();
        return lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    }

    @Test
    void thereIsSomethingToMeasure() throws IOException {
        assertTrue(sources(top.resolve("engine/core")).size() > 30);
        assertTrue(!sources(top.resolve("app")).isEmpty());
    }

    /** The folder that holds the repository. */
    private static Path top() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("engine/core")))
            folder = folder.getParent();
        return folder;
    }

    private static List<Path> sources(Path folder) throws IOException {
        List<Path> modules = Files.exists(folder.resolve("src")) ? List.of(folder)
                : List.of(folder.resolve("engine/core"), folder.resolve("engine/bench"), folder.resolve("app"));
        List<Path> files = new ArrayList<>();
        for (Path module : modules) {
            Path main = module.resolve("src/main/java");
            if (!Files.exists(main)) continue;
            try (Stream<Path> walk = Files.walk(main)) {
                walk.filter(path -> path.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static List<Method> methods(List<Path> files) throws IOException {
        List<Method> methods = new ArrayList<>();
        if (files.isEmpty()) return methods;
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse())
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void none) {
                        if (method.getBody() != null) methods.add(measure(unit, method, positions));
                        return super.visitMethod(method, none);
                    }
                }.scan(unit, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return methods;
    }

    private static Method measure(CompilationUnitTree unit, MethodTree method, SourcePositions positions) {
        LineMap lines = unit.getLineMap();
        long first = lines.getLineNumber(positions.getStartPosition(unit, method));
        long last = lines.getLineNumber(positions.getEndPosition(unit, method));
        return new Method(Path.of(unit.getSourceFile().toUri()), method.getName().toString(), first, last - first + 1);
    }
}
