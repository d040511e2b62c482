package millrace.simulation;

import java.util.Arrays;

/** Senders that can go on now, by number, first in, first out, each at most once. */
final class Waiting {
    private final int[] queue;
    private final boolean[] queued;
    private int head;
    private int size;

    Waiting(int senders) {
        queue = new int[Math.max(1, senders)];
        queued = new boolean[senders];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(int sender) {
        if (queued[sender]) return;
        queued[sender] = true;
        queue[(head + size++) % queue.length] = sender;
    }

    int remove() {
        int sender = queue[head];
        head = (head + 1) % queue.length;
        size--;
        queued[sender] = false;
        return sender;
    }

    int[] save() {
        int[] all = new int[size];
        for (int i = 0; i < size; i++)
            all[i] = queue[(head + i) % queue.length];
        return all;
    }

    void restore(int[] saved) {
        Arrays.fill(queued, false);
        head = 0;
        size = 0;
        for (int sender : saved)
            add(sender);
    }

    long hash() {
        return Arrays.hashCode(save());
    }
}
