package millrace.simulation;

import java.util.List;

/**
 * Who acts next: a binary heap of all agents. Its size is that of the graph, and an agent that goes on is moved in place.
 * Not saved: it follows from the agents' times.
 */
final class Agenda {
    private final Agent[] heap;

    Agenda(List<? extends Agent> agents) {
        heap = agents.toArray(Agent[]::new);
        for (int i = 0; i < heap.length; i++)
            heap[i].place = i;
        rebuild();
    }

    boolean isEmpty() {
        return heap.length == 0;
    }

    /** Whether only coordinators wait for anything, and their barriers are all that is on its way. */
    boolean onlyCheckpoints() {
        for (Agent agent : heap) {
            boolean rests = agent.time == Agent.NEVER || agent.rank == Agent.COORDINATOR
                    || agent instanceof Channel c && c.onlyBarriers();
            if (!rests) return false;
        }
        return true;
    }

    Agent first() {
        return heap[0];
    }

    /** It waits for nothing, until it asks. */
    void rest(Agent agent) {
        agent.time = Agent.NEVER;
        moved(agent);
    }

    /** Puts everything in order after all agents have been restored. */
    void rebuild() {
        for (int i = heap.length / 2 - 1; i >= 0; i--)
            down(i);
    }

    /** Puts an agent in order whose time has changed. */
    void moved(Agent agent) {
        int i = up(agent.place);
        down(i);
    }

    private int up(int i) {
        Agent agent = heap[i];
        int from = i;
        while (i > 0 && agent.before(heap[(i - 1) / 2])) {
            put(i, heap[(i - 1) / 2]);
            i = (i - 1) / 2;
        }
        if (i != from) put(i, agent);
        return i;
    }

    private void down(int i) {
        Agent agent = heap[i];
        int from = i;
        for (int child = 2 * i + 1; child < heap.length; child = 2 * i + 1) {
            if (child + 1 < heap.length && heap[child + 1].before(heap[child])) child++;
            if (!heap[child].before(agent)) break;
            put(i, heap[child]);
            i = child;
        }
        if (i != from) put(i, agent);
    }

    private void put(int i, Agent agent) {
        heap[i] = agent;
        agent.place = i;
    }
}
