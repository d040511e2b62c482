package millrace.simulation;

import millrace.operator.WorkNote;

/** The lane on which who sends finds no room, as it was told: of others than brokers their intake tells. */
final class Shortage {
    private static final int NONE = -1;

    private final Simulation simulation;
    private final Task task;
    private int lane = NONE;

    Shortage(Simulation simulation, Task task) {
        this.simulation = simulation;
        this.task = task;
    }

    /** Whether there is room at an output. */
    boolean room(Outputs outputs, int output) {
        int full = outputs.full(output);
        if (full >= 0 && lane == NONE) {
            lane = full;
            tell(true);
        } else if (full < 0 && lane != NONE && outputs.has(output, lane)) {
            tell(false);
            lane = NONE;
        }
        return full < 0;
    }

    private void tell(boolean held) {
        if (task.isBroker()) task.note(new WorkNote.HeldUp(simulation.wire(lane), held));
    }

    boolean holds() {
        return lane != NONE;
    }

    int save() {
        return lane;
    }

    void restore(int saved) {
        lane = saved;
    }
}
