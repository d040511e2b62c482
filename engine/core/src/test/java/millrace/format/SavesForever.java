package millrace.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Point;
import millrace.design.Value;

/** A program that saves one version of a design after the other into a file, and says so, until it is killed. */
final class SavesForever {
    private static final int NODES = 120;
    private static final int WARM = 5;

    private SavesForever() {}

    public static void main(String[] arguments) throws java.io.IOException {
        Path file = Path.of(arguments[0]);
        System.out.println("ready " + microsOfASave(file.resolveSibling("warm-" + file.getFileName())));
        // Saving waits for a word, so that the start of the machine is not what is killed.
        if (System.in.read() < 0) return;
        for (int i = 1;; i++) {
            Design next = version(i);
            System.out.println("begun " + i);
            DesignFiles.save(file, next).ifPresent(problem -> {
                throw new IllegalStateException(problem.toString());
            });
            System.out.println("done " + i);
        }
    }

    /** Saves some times elsewhere: the first saves of a machine take much longer than all later ones. */
    private static long microsOfASave(Path file) {
        long micros = 0;
        for (int i = 0; i < WARM; i++) {
            long begun = System.nanoTime();
            DesignFiles.save(file, version(0));
            micros = (System.nanoTime() - begun) / 1_000;
        }
        return Math.max(1, micros);
    }

    /** Large enough that it takes some time to write; every node carries the number. */
    static Design version(int number) {
        List<Node> nodes = new ArrayList<>();
        for (int n = 0; n < NODES; n++)
            nodes.add(new Node("n" + n, "filter", "Version " + number, new Point(n, number),
                    Value.Group.EMPTY.with("keep", Value.of("value > " + number + " ".repeat(400)))));
        return Design.EMPTY.named("Version " + number).withNodes(nodes);
    }
}
