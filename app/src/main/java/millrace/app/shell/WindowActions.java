package millrace.app.shell;

import millrace.app.editor.EditorState;

/** What can be done in the window, by button, key or finder. */
final class WindowActions {
    private final Designer parts;
    private final Actions actions = new Actions();
    private final FileActions files;
    private final EditActions edits;
    private final ClipActions clips;
    private final ArrangeActions arranging;
    private final PresentActions present;
    private final WhatIfActions whatIf;
    private final TimelineActions timeline;

    WindowActions(Designer parts, Dialogs dialogs) {
        this.parts = parts;
        files = new FileActions(parts, dialogs, actions);
        actions.group("edit");
        edits = new EditActions(parts, actions);
        clips = new ClipActions(parts, dialogs, actions);
        arranging = new ArrangeActions(parts, actions);
        whatIf = new WhatIfActions(parts);
        actions.group("play");
        new PlayActions(parts.workspace, parts.timeline::model, actions);
        timeline = new TimelineActions(parts, actions);
        actions.group("view");
        new ViewActions(parts, actions);
        new ExportActions(parts, actions);
        present = new PresentActions(parts, actions);
        new CompareActions(parts, actions);
        actions.group("help");
        new HelpActions(parts, actions);
    }

    Actions actions() {
        return actions;
    }

    FileActions files() {
        return files;
    }

    PresentActions present() {
        return present;
    }

    WhatIfActions whatIf() {
        return whatIf;
    }

    /** There is another run: its clock may be another. */
    void ran() {
        timeline.edited(parts.workspace.editor().state());
    }

    void edited(EditorState state) {
        edits.edited(state);
        clips.edited(state);
        arranging.edited(state);
        whatIf.edited();
        timeline.edited(state);
    }
}
