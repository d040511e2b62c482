package millrace.simulation;

import millrace.compile.Plan;
import millrace.compile.Plan.PlanNode;
import millrace.compile.Plan.PlanWire;
import millrace.event.Event;
import millrace.event.Schema;
import millrace.operator.KeyGroups;
import millrace.operator.StreamType;
import millrace.operator.Work;

/**
 * How the events of a wire are dealt out to the instances of the node at its end.
 *
 * @param field by which they are dealt out; -1 = by none
 * @param slot where that is in an event; -1 = there is none
 * @param asPartitioned each instance has partitions of its own, whatever the key
 * @param grouped by groups of keys, since the node is rescaled in the course of the run
 */
public record Share(int instances, int field, int slot, boolean textKey, boolean asPartitioned, boolean grouped) {
    /** As at the start of the run. */
    public static Share of(Plan plan, PlanWire wire) {
        PlanNode to = plan.nodes().get(wire.to());
        StreamType type = to.inputs().get(wire.input());
        int key = to.work() instanceof Work.Transform(var operator) ? operator.keyField(wire.input(), type)
                : type.key();
        Schema schema = type.schema();
        return new Share(to.effort().instances(), Math.max(-1, key), key < 0 ? -1 : schema.slot(key),
                key >= 0 && schema.type(key).isReference(), to.effort().asPartitioned(),
                plan.recovery().rescales(wire.to()));
    }

    /** The instance that gets an event, counted from 0, where there are so many. */
    public int instance(Event event, int partition, int among) {
        if (grouped) return KeyGroups.group(KeyGroups.hash(event, slot, textKey)) % among;
        return (int) Long.remainderUnsigned(number(event, partition), among);
    }

    private long number(Event event, int partition) {
        if (asPartitioned) return partition;
        if (slot < 0) return event.id;
        if (!textKey) return Hashing.mix(event.num(slot));
        return event.ref(slot) instanceof String key ? Hashing.of(key) : 0;
    }
}
