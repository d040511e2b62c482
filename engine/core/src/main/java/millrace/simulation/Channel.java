package millrace.simulation;

import millrace.event.Element;

/** A wire with a transit time. Only its first element counts in the agenda. */
final class Channel extends Agent {
    private final Simulation simulation;
    /** The lane's number. */
    private final int lane;
    private long transit;
    /** Whether it has ever taken time: then it goes on being a queue, so that nothing overtakes. */
    private boolean takes;
    private Ring ring = new Ring();

    Channel(Simulation simulation, int lane, long transit) {
        super(DELIVERY, 0);
        this.simulation = simulation;
        this.lane = lane;
        this.transit = transit;
        takes = transit > 0;
    }

    /** Whether elements go past it. */
    boolean passes() {
        return !takes;
    }

    /** Of what is on its way, too: nothing overtakes, and nothing arrives before now. */
    void transit(long millis) {
        transit = millis;
        takes |= millis > 0;
        schedule();
    }

    /** As it was before a change. */
    void begin(long millis) {
        transit = millis;
        takes = millis > 0;
    }

    void put(Element element, long now, long number) {
        boolean first = ring.isEmpty();
        ring.add(element, now, number);
        if (!first) return;
        schedule();
        simulation.agenda().moved(this);
    }

    private void schedule() {
        time = ring.isEmpty() ? NEVER : Math.max(simulation.now(), ring.sentAt() + transit);
        sequence = ring.isEmpty() ? 0 : ring.number();
    }

    @Override
    void due() {
        long sent = ring.sentAt();
        Element element = ring.remove();
        simulation.deliver(lane, sent, element);
        schedule();
    }

    boolean isEmpty() {
        return ring.isEmpty();
    }

    boolean onlyBarriers() {
        return ring.onlyBarriers();
    }

    /** What was on its way is lost. */
    void clear() {
        ring = new Ring();
        schedule();
        simulation.agenda().moved(this);
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
