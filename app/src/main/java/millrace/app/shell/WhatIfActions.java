package millrace.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import millrace.app.editor.Editor;
import millrace.app.editor.Selection;
import millrace.app.editor.Transaction;
import millrace.app.inspector.Scheduled;
import millrace.app.inspector.Subject;
import millrace.app.run.Playhead;
import millrace.app.shell.ValuesForm.Field;
import millrace.app.text.Texts;
import millrace.app.tool.Hit;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Durations;
import millrace.design.Node;
import millrace.design.Value;
import millrace.event.Schema;
import millrace.operator.SourceSpec.Database;
import millrace.trace.Run;

/** Lets things happen where the playhead is: offers them in menus and to the command palette, and says what was done. */
final class WhatIfActions implements WhatIfs.Doing {
    private final Designer parts;
    private final Editor editor;
    /** The event that is asked about. */
    private Optional<Long> held = Optional.empty();
    /** What the note tells of; the note goes when that is not the latest step any more. */
    private Optional<String> told = Optional.empty();

    WhatIfActions(Designer parts) {
        this.parts = parts;
        editor = parts.workspace.editor();
    }

    void held(Optional<Long> event) {
        held = event;
    }

    private Optional<Run> run() {
        return parts.workspace.shownProperty().get().run().map(r -> r.run());
    }

    private Clock clock() {
        return run().map(r -> r.plan().clock()).orElse(Clock.MIDNIGHT);
    }

    private long at() {
        Playhead playhead = parts.workspace.playhead();
        return Math.clamp(playhead.time(), playhead.from(), playhead.to());
    }

    /** The playhead, as a time in the design. */
    String time() {
        return clock().full(at());
    }

    // What there is

    /** For what is selected, what is held, and the run. */
    List<WhatIf> now() {
        List<WhatIf> all = new ArrayList<>();
        run().ifPresent(run -> {
            selected().ifPresentOrElse(
                    node -> all.addAll(WhatIfs.ofNode(run, parts.edits, at(), node, this)),
                    () -> all.add(WhatIfs.killNothing()));
            held.ifPresent(event -> all.addAll(WhatIfs.ofEvent(run, parts.edits, at(), event, this)));
            all.addAll(WhatIfs.ofRun(run, parts.edits, at(), this));
        });
        return all;
    }

    /** For an event that is asked about. */
    List<WhatIf> ofEvent(long event) {
        return run().map(run -> WhatIfs.ofEvent(run, parts.edits, at(), event, this)).orElse(List.of());
    }

    private Optional<String> selected() {
        Selection selection = editor.state().selection();
        return selection.nodes().size() == 1 ? selection.nodes().stream().findFirst() : Optional.empty();
    }

    /** The menus for what is under the pointer. */
    List<MenuItem> menus(Hit hit) {
        List<MenuItem> menus = new ArrayList<>();
        run().ifPresent(run -> {
            if (hit instanceof Hit.OnEvent e)
                menus.add(menu(Texts.of("what-if.of-event"), ofEvent(e.event().id)));
            List<WhatIf> here = new ArrayList<>();
            selected().ifPresent(node -> here.addAll(WhatIfs.ofNode(run, parts.edits, at(), node, this)));
            here.addAll(WhatIfs.ofRun(run, parts.edits, at(), this));
            menus.add(menu(Texts.of("what-if.menu", clock().format(at())), here));
        });
        return menus;
    }

    /** A menu with a menu in it for each consumer. What can't be done stays to be read, with its reason. */
    static Menu menu(String title, List<WhatIf> all) {
        Menu menu = new Menu(title);
        menu.setId("what-if");
        for (WhatIf one : all)
            (one.group().isEmpty() ? menu : inner(menu, one.group())).getItems().add(item(one));
        return menu;
    }

    private static Menu inner(Menu menu, String group) {
        Optional<Menu> there = menu.getItems()
                .stream()
                .filter(i -> i instanceof Menu m && group.equals(m.getText()))
                .map(Menu.class::cast)
                .findFirst();
        if (there.isPresent()) return there.get();
        Menu fresh = new Menu(group);
        menu.getItems().add(fresh);
        return fresh;
    }

    static MenuItem item(WhatIf one) {
        MenuItem item = new MenuItem(one.refused().map(why -> one.name() + " – " + why).orElse(one.name()));
        item.setDisable(one.refused().isPresent());
        item.setOnAction(e -> one.doing().run());
        return item;
    }

    // What is done

    /** The step is one of its own, and is told with the way back. */
    @Override
    public void step(Transaction transaction) {
        String when = clock().format(at());
        step(transaction, () -> Texts.of("what-if.note", when, editor.undoName().orElse("")));
    }

    @Override
    public void touch(Transaction transaction, String words) {
        step(transaction, () -> words);
    }

    private void step(Transaction transaction, Supplier<String> words) {
        Design before = editor.design();
        editor.seal();
        editor.dispatch(transaction);
        editor.seal();
        if (before.equals(editor.design())) return;
        told = editor.undoName();
        parts.stepNote.show(words.get(), editor::undo);
    }

    /** A setting of what the inspector shows has another value from the playhead on; typing in one field is one step. */
    void setFromNow(Subject subject, String path, Value value) {
        Scheduled.owner(subject).ifPresent(owner -> {
            editor.dispatch(parts.edits.changeFrom(time(), owner, path, value));
            told = editor.undoName();
            parts.stepNote.show(Texts.begun(told.orElse("")), editor::undo);
        });
    }

    /** Something else was done since, or it was taken back. */
    void edited() {
        if (told.isPresent() && !told.equals(editor.undoName())) {
            told = Optional.empty();
            parts.stepNote.hide();
        }
    }

    @Override
    public void askEvent(String source, Schema schema) {
        FieldValues values = new FieldValues(schema, clock());
        String arrival = time();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(Texts.of("what-if.form.happened"), arrival, values::notATime));
        fields.addAll(values.lines());
        ask(Texts.of("what-if.form.event", name(source), clock().format(at())), fields, Guide.NONE,
                texts -> step(parts.edits.insertEvent(source, texts.getFirst(), arrival,
                        values.values(texts.subList(1, texts.size())))));
    }

    @Override
    public void askRow(String node, Database database, Schema schema) {
        FieldValues values = new FieldValues(schema, clock());
        String when = time();
        DatabaseRows rows = DatabaseRows.at(run().orElseThrow(), node, database, values, at());
        RowForm form = new RowForm(values, rows, (what, row) -> step(parts.edits.editRow(node, when, what, row)));
        ask(Texts.of("what-if.form.row", name(node), clock().format(at())), form.lines(), form, form::accept);
    }

    @Override
    public void askDuration(String question, String usual, LongConsumer then) {
        Field field = new Field(Texts.of("what-if.form.duration"), usual, FieldValues::notADuration);
        ask(question, List.of(field), Guide.NONE,
                texts -> then.accept(Durations.parse(texts.getFirst()).orElseThrow()));
    }

    private void ask(String question, List<Field> fields, Guide guide, Consumer<List<String>> then) {
        Point2D middle = parts.canvas.localToScene(parts.canvas.getWidth() / 2 - 160, 60);
        parts.valuesForm.open(question, fields, guide, middle, then, parts.canvas::requestFocus);
    }

    private String name(String node) {
        return editor.design().node(node).map(Node::name).orElse(node);
    }
}
