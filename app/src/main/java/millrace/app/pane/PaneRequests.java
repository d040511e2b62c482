package millrace.app.pane;

import millrace.app.editor.Transaction;

/** What a person asks for in a view: all views share the playhead, the selection and the event that is held. */
public interface PaneRequests {
    void seek(long time);

    void select(String node);

    /** An event is held: it and its kin are lit, and why it met its fate is said. */
    void hold(long event);

    /** Of a fact of the trace it is asked why, by its row. */
    void ask(int row);

    /** Of a group of consumers of a log it is asked how it stands. */
    void askGroup(String log, String group);

    void edit(Transaction transaction);

    /** Text is to be written to a file that the person chooses. */
    void export(String name, String text);
}
