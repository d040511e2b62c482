package millrace.simulation;

import millrace.event.Element;

/** A wire with a transit time. Only its first element counts in the agenda. */
final class Channel extends Agent {
    private final Simulation simulation;
    private final int wire;
    private final long transit;
    private Ring ring = new Ring();

    Channel(Simulation simulation, int wire, long transit) {
        super(DELIVERY, 0);
        this.simulation = simulation;
        this.wire = wire;
        this.transit = transit;
    }

    void put(Element element, long now, long number) {
        boolean first = ring.isEmpty();
        ring.add(element, now, number);
        if (!first) return;
        schedule();
        simulation.agenda().moved(this);
    }

    private void schedule() {
        time = ring.isEmpty() ? NEVER : ring.sentAt() + transit;
        sequence = ring.isEmpty() ? 0 : ring.number();
    }

    @Override
    void due() {
        long sent = ring.sentAt();
        Element element = ring.remove();
        schedule();
        simulation.deliver(wire, sent, element);
    }

    Ring save() {
        return ring.copy();
    }

    void restore(Ring saved) {
        ring = saved.copy();
        schedule();
    }

    long hash() {
        return ring.hash();
    }
}
