package millrace.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import millrace.app.canvas.Motion;
import millrace.app.chart.ChartModel;
import millrace.app.editor.EditorState;
import millrace.app.editor.Selection;
import millrace.app.inspector.FormContext;
import millrace.app.inspector.Scheduled;
import millrace.app.inspector.Subject;
import millrace.app.look.Theme;
import millrace.app.run.Place;
import millrace.app.run.Playhead;
import millrace.app.run.Shown;
import millrace.app.text.CatalogTexts;
import millrace.compile.Plan.PlanNode;
import millrace.design.Clock;
import millrace.design.Design;
import millrace.design.Node;
import millrace.design.Problem;
import millrace.event.Watermark;
import millrace.trace.Hand;
import millrace.trace.Moment;
import millrace.trace.NodeMoment;
import millrace.trace.Timeline;

/** Keeps all views at the present design, its run and the playhead. It only reads. */
final class Screen {
    private final Designer parts;
    private final Workspace workspace;
    private final Asking asking;
    /** What the playhead stands on. */
    private Optional<Moment> moment = Optional.empty();

    Screen(Designer parts) {
        this.parts = parts;
        workspace = parts.workspace;
        asking = new Asking(parts);
        workspace.editor().listen(this::edited);
        workspace.shownProperty().addListener((o, was, is) -> ran(was, is));
        Playhead playhead = workspace.playhead();
        playhead.placeProperty().addListener((o, was, is) -> moment());
        playhead.playingProperty().addListener((o, was, is) -> moment());
        parts.timeline.setOnSeek(playhead::seek);
        parts.problems.setOnPicked(p -> parts.goTo.place(p.where()));
        parts.inspector.setMore(() -> new Menus(parts).ofInspector());
        parts.tabs.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() != KeyCode.ESCAPE || !(e.getTarget() instanceof ListView<?>)) return;
            parts.canvas.requestFocus();
            e.consume();
        });
        parts.problems.setFixes(parts.new FromProblems());
        parts.tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> parts.results.setOpen(is == parts.resultsTab));
        parts.results.setOnExport(csv -> parts.window.files().export(csv));
        parts.chartOf.setConverter(new Names());
        parts.chartOf.valueProperty().addListener((o, was, is) -> chart());
        asking.listen();
        moment();
        edited(workspace.editor().state());
    }

    // The design

    private void edited(EditorState state) {
        parts.empty.show(state.design(), workspace.shownProperty().get());
        parts.busy.show();
        selected(state);
        parts.panes.selected();
        parts.window.edited(state);
    }

    private void selected(EditorState state) {
        Subject subject = subject(state);
        Optional<String> node = subject instanceof Subject.OfNode n ? Optional.of(n.node().id()) : Optional.empty();
        parts.inspector.show(subject, node.map(this::around).orElseGet(() -> new FormContext(List.of(), clock())),
                Scheduled.Later.of(state.design(), workspace.playhead().time(), clock()), workspace.problems());
        node.filter(parts.chartOf.getItems()::contains).ifPresent(parts.chartOf::setValue);
        now();
    }

    /** What is selected: a node or several, a wire, a note, else the design. */
    private Subject subject(EditorState state) {
        Selection selected = state.selection();
        Optional<Subject> one = Optional.empty();
        if (selected.nodes().size() == 1) one = node(state.design(), selected.nodes().getFirst());
        else if (selected.nodes().size() > 1) one = nodes(state);
        else if (selected.size() == 1 && !selected.notes().isEmpty())
            one = note(state.design(), selected.notes().getFirst());
        else if (selected.size() == 1 && !selected.frames().isEmpty())
            one = state.design().frame(selected.frames().getFirst()).map(Subject.OfFrame::new);
        else if (selected.size() == 1 && !selected.wires().isEmpty())
            one = Subject.OfWire.of(state.design(), selected.wires().getFirst());
        return one.orElseGet(() -> new Subject.OfDesign(state.design()));
    }

    private Optional<Subject> node(Design design, String id) {
        return design.node(id)
                .map(n -> parts.types.of(n)
                        .<Subject>map(type -> new Subject.OfNode(n, type))
                        .orElseGet(() -> new Subject.OfUnknown(n, CatalogTexts.types())));
    }

    /** Several nodes; those of unknown types have no settings to share. */
    private Optional<Subject> nodes(EditorState state) {
        List<Subject.OfNode> known = state.selection()
                .nodes()
                .stream()
                .flatMap(id -> node(state.design(), id).stream())
                .filter(Subject.OfNode.class::isInstance)
                .map(Subject.OfNode.class::cast)
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Subject.OfNodes(known));
    }

    private static Optional<Subject> note(Design design, String id) {
        return design.notes().stream().filter(n -> n.id().equals(id)).findFirst().map(Subject.OfNote::new);
    }

    private FormContext around(String node) {
        Optional<PlanNode> planned = ready().flatMap(r -> r.run()
                .plan()
                .nodes()
                .stream()
                .filter(n -> n.id().equals(node))
                .findFirst());
        return planned.map(n -> n.inputs().isEmpty() ? n.outputs() : n.inputs())
                .filter(t -> !t.isEmpty())
                .map(t -> new FormContext(t.getFirst().schema().fields(), clock()))
                .orElseGet(() -> new FormContext(List.of(), clock()));
    }

    // The run

    private void ran(Shown<Views> was, Shown<Views> is) {
        parts.top.showProgress(is.progress());
        List<Problem> problems = workspace.problems();
        parts.canvas.setProblems(problems);
        parts.problems.setProblems(problems, this::name);
        count(parts.problemsTab, problems.size());
        parts.window.files().care().refresh();
        parts.empty.show(workspace.editor().design(), is);
        parts.chartOf.setDisable(is.run().isEmpty());
        if (!was.run().equals(is.run())) is.run().ifPresent(this::another);
        selected(workspace.editor().state());
        moment();
    }

    private void another(Shown.Ready<Views> ready) {
        parts.canvas.setRun(Optional.of(ready.views().canvas()));
        parts.timeline.setModel(ready.views().timeline());
        parts.window.ran();
        parts.results.setModel(ready.views().results(), ready.views().canvas().keys(), this::name);
        parts.results.setRun(ready.run());
        asking.ran(ready.run());
        parts.panes.ran(new millrace.app.pane.Shown(ready.run().plan().design(), workspace.files(), ready.run(),
                ready.timeline(), ready.views().canvas().keys()));
        List<String> nodes = List.copyOf(ready.views().charts().keySet());
        String before = String.valueOf(parts.chartOf.getValue());
        if (!parts.chartOf.getItems().equals(nodes)) parts.chartOf.getItems().setAll(nodes);
        parts.chartOf.setValue(nodes.contains(before) ? before : nodes.isEmpty() ? "" : nodes.getFirst());
        chart();
    }

    private void chart() {
        Optional<ChartModel> model = ready().map(r -> r.views().charts().get(parts.chartOf.getValue()));
        model.ifPresentOrElse(parts.chart::setModel, parts.chart::clear);
        parts.chart.setPlayhead(workspace.playhead().time());
        watermark();
    }

    private static void count(javafx.scene.control.Tab tab, int figure) {
        String text = String.valueOf(figure);
        if (tab.getGraphic() instanceof Label badge) badge.setText(text);
        else {
            Label badge = new Label(text);
            badge.getStyleClass().add("badge");
            tab.setGraphic(badge);
            tab.getStyleClass().add("counted");
        }
    }

    // The moment

    private Optional<Shown.Ready<Views>> ready() {
        return workspace.shownProperty().get().run();
    }

    private Clock clock() {
        return ready().map(r -> r.run().plan().clock()).orElse(Clock.MIDNIGHT);
    }

    private void moment() {
        Playhead playhead = workspace.playhead();
        if (ready().isEmpty()) parts.top.showNoTime();
        else
            parts.top.showTime(clock(), playhead.time());
        parts.timeline.setPlayhead(playhead.time());
        parts.chart.setPlayhead(playhead.time());
        moment = ready().map(r -> at(r.timeline(), playhead.place()));
        moment.ifPresent(m -> moment(m, playhead));
        now();
    }

    private static Moment at(Timeline timeline, Place place) {
        return place.whole() ? timeline.at(place.time()) : timeline.moments().atRow(place.rows());
    }

    /** While an instant is played out, what is on its way to the next thing that happens moves in each frame. */
    void unfold() {
        Playhead playhead = workspace.playhead();
        if (!playhead.place().whole()) moment.ifPresent(m -> canvas(m, playhead));
    }

    private void canvas(Moment shown, Playhead playhead) {
        parts.canvas.show(shown, new Motion(playhead.exact(), playhead.speedProperty().get(),
                playhead.playingProperty().get(), playhead.unfolding()));
    }

    private void moment(Moment shown, Playhead playhead) {
        canvas(shown, playhead);
        parts.results.setPlayhead(playhead.time());
        asking.moment(shown);
        parts.panes.moment(shown);
        count(parts.resultsTab, parts.results.count());
        watermark();
    }

    /** The watermark of the node that the chart shows, as in the chart. */
    private void watermark() {
        long time = moment.flatMap(m -> m.node(String.valueOf(parts.chartOf.getValue())))
                .map(NodeMoment::watermark)
                .orElse(Watermark.NONE);
        parts.top.showWatermark(clock(), time);
    }

    private void now() {
        var selected = workspace.editor().state().selection().nodes();
        if (selected.size() != 1) return;
        String node = selected.getFirst();
        parts.inspector.now(moment.flatMap(m -> m.node(node)), moment.map(m -> m.status(node)), hands(node), clock());
    }

    private List<Hand> hands(String node) {
        int rows = moment.map(Moment::facts).orElse(0);
        return ready().map(r -> r.views().canvas().lore().deals().hands(node, rows)).orElse(List.of());
    }

    void dress(Theme theme) {
        parts.results.setTheme(theme);
        parts.problems.setTheme(theme);
        asking.dress(theme);
    }

    Asking asking() {
        return asking;
    }

    private String name(String id) {
        return workspace.editor().design().node(id).map(Node::name).orElse(id);
    }

    /** Nodes by their names. */
    private final class Names extends StringConverter<String> {
        @Override
        public String toString(String id) {
            return id == null ? "" : name(id);
        }

        @Override
        public String fromString(String name) {
            return name;
        }
    }
}
