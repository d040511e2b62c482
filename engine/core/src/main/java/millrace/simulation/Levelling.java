package millrace.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import millrace.event.Element;
import millrace.event.End;
import millrace.event.Idle;
import millrace.event.Watermark;
import millrace.simulation.Alignment.Captured;

/**
 * The inputs of a task from all instances of a node that is rescaled: what one of them has asserted, another may not keep to that gets
 * its keys. So all stand where the hindmost stood, and none has ended while another has not.
 */
final class Levelling {
    private final int[] inputs;
    private final Progress progress;
    private final List<Captured> overtaken;
    private final long least;
    private final boolean allEnded;

    private Levelling(Checkpoint.OfTask own, int[] inputs) {
        this.inputs = inputs;
        progress = own.state().progress().copy();
        overtaken = own.overtaken();
        least = IntStream.of(inputs).mapToLong(this::reached).min().orElse(Watermark.FINAL);
        allEnded = IntStream.of(inputs)
                .allMatch(i -> progress.ended(i) || waiting(i).stream().anyMatch(End.class::isInstance));
    }

    /** @param idle whether the node's new instances begin as idle */
    static Checkpoint.OfTask of(Checkpoint.OfTask own, int[] inputs, boolean idle) {
        Levelling levelling = new Levelling(own, inputs);
        List<Captured> left = new ArrayList<>(levelling.overtaken);
        left.removeIf(c -> levelling.concerns(c.input()));
        for (int input : inputs)
            levelling.level(input, idle).forEach(e -> left.add(new Captured(input, e)));
        return new Checkpoint.OfTask(own.state().with(levelling.progress), List.copyOf(left));
    }

    private boolean concerns(int input) {
        return Arrays.stream(inputs).anyMatch(i -> i == input);
    }

    private List<Element> waiting(int input) {
        return overtaken.stream().filter(c -> c.input() == input).map(Captured::element).toList();
    }

    /** The watermark that an input has, or will have once what was overtaken is taken. */
    private long reached(int input) {
        return waiting(input).stream()
                .mapToLong(e -> e instanceof Watermark w ? w.time : Watermark.NONE)
                .reduce(progress.watermark(input), Math::max);
    }

    private List<Element> level(int input, boolean idle) {
        List<Element> left = new ArrayList<>();
        boolean asleep = progress.idle(input);
        long at = Math.min(progress.watermark(input), least);
        progress.put(input, at, asleep, progress.ended(input) && allEnded);
        for (Element element : waiting(input)) {
            if (element instanceof Idle i) asleep = i.idle;
            if (element instanceof Watermark w) {
                if (Math.min(w.time, least) > at) left.add(new Watermark(at = Math.min(w.time, least)));
            } else if (!(element instanceof End) || allEnded) left.add(element);
        }
        if (asleep && !idle) left.add(Idle.ACTIVE);
        return left;
    }
}
