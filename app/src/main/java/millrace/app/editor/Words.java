package millrace.app.editor;

/** The names of steps. */
final class Words {
    private Words() {}

    /** "node", "3 nodes", "wire", "2 notes", "4 things". */
    static String things(int nodes, int wires, int notes) {
        int all = nodes + wires + notes;
        if (all == nodes) return count(nodes, "node");
        if (all == wires) return count(wires, "wire");
        return all == notes ? count(notes, "note") : count(all, "thing");
    }

    private static String count(int n, String word) {
        return n == 1 ? word : n + " " + word + "s";
    }
}
