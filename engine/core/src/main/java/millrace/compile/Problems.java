package millrace.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import millrace.design.Problem;

/** The problems of one design: as many as somebody can use. Who finds that it is full looks for no more. */
final class Problems implements Consumer<Problem> {
    static final int MOST = 200;

    private final List<Problem> all = new ArrayList<>();
    private boolean failed;

    @Override
    public void accept(Problem problem) {
        failed |= problem.isError();
        if (!full()) all.add(problem);
    }

    boolean full() {
        return all.size() >= MOST;
    }

    /** Whether an error was told. */
    boolean failed() {
        return failed;
    }

    List<Problem> all() {
        return all;
    }
}
