package millrace.simulation;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import millrace.operator.ChangeNote.State;
import millrace.operator.Context;
import millrace.operator.Operator;
import millrace.operator.Processor;

/** What a node does at first, and after each change of its settings; and which of that it does now. */
final class Versions {
    /** What a node does, and how long it takes. */
    record Version(Operator operator, long workTime) {}

    private final List<Version> all;
    private int at;

    Versions(List<Version> all) {
        this.all = List.copyOf(all);
    }

    private Version present() {
        return all.get(at);
    }

    Processor start() {
        return all.size() > 1 ? present().operator.startChanging() : present().operator.start();
    }

    boolean isOne() {
        return all.size() == 1;
    }

    long workTime() {
        return present().workTime;
    }

    /** The settings are others from now on; true if what it does is another. */
    boolean next() {
        Operator before = present().operator;
        at++;
        return before != present().operator;
    }

    int at() {
        return at;
    }

    void at(int version) {
        at = version;
    }

    /** A processor of the present version, with the state of another if that can be. */
    Processor broughtUp(Processor processor, Context context, Consumer<State> told) {
        Optional<Processor> same = processor.under(present().operator);
        boolean drains = same.isEmpty() && processor.drains();
        told.accept(same.isPresent() ? State.KEPT : drains ? State.DRAINED : State.DROPPED);
        if (drains) processor.drain(context);
        same.ifPresent(p -> p.changed(context));
        return same.orElseGet(this::start);
    }
}
