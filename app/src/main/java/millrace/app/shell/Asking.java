package millrace.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import millrace.app.canvas.CanvasRequests;
import millrace.app.canvas.Focus;
import millrace.app.chart.ChartModel;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.chart.Target;
import millrace.app.chart.TimeChart;
import millrace.app.chart.TimeChartView;
import millrace.app.look.KeyColour;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.text.Texts;
import millrace.app.tool.Effect;
import millrace.app.tool.Hit;
import millrace.app.tool.Box;
import millrace.app.tool.Part;
import millrace.app.why.Going;
import millrace.app.why.Sign;
import millrace.app.why.WhyCard;
import millrace.design.Durations;
import millrace.design.Point;
import millrace.design.Value;
import millrace.event.Event;
import millrace.event.Pane;
import millrace.explain.Answer;
import millrace.explain.Explain;
import millrace.trace.Fact;
import millrace.trace.FactKind;
import millrace.trace.Lineage;
import millrace.trace.Moment;
import millrace.trace.Moments;
import millrace.trace.NodeMoment;
import millrace.trace.Rows;
import millrace.trace.Run;
import millrace.trace.Status;

/** Why? What is clicked on the canvas or the chart is held, answered beside it, and its kin lit up. */
final class Asking {
    /** Around the point that a card is about, px. */
    private static final double MARGIN = 12;
    private final Designer parts;
    private final Menus menus;
    private Optional<Run> run = Optional.empty();
    private Optional<Moment> moment = Optional.empty();
    private Optional<About> about = Optional.empty();
    /** What the card over the canvas says, so that it is made anew only if that is another. */
    private Optional<Answer> said = Optional.empty();
    private Theme theme;
    /** The run in which the event was taken that is being dragged. */
    private Optional<ArrivalEdits> taken = Optional.empty();
    private Optional<ChartEdits> levers = Optional.empty();

    Asking(Designer parts) {
        this.parts = parts;
        theme = parts.theme();
        menus = new Menus(parts);
    }

    void listen() {
        parts.canvas.hand().setRequests(new FromCanvas());
        parts.chart.setAsker(new FromChart());
        parts.chart.chart().setOnArrivalDragged(this::dragged);
        parts.chart.chart().setOnLeverDragged(this::dragged);
        parts.canvasWhy.setOnClosed(this::letGo);
        parts.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        parts.results.setOnPicked(row -> {
            parts.workspace.playhead().seek(row.at());
            // What a crash lost is in no row of the trace.
            if (row.fact() >= 0) ask(row.fact());
        });
        parts.timeline.setOnMark(mark -> run.flatMap(r -> About.of(r, mark)).ifPresent(this::ask));
        parts.whyButton.setOnAction(e -> parts.whyButton.node().ifPresent(n -> ask(new About.OfNode(n))));
        Going going = new ToMoments();
        parts.canvasWhy.setGoing(going);
        parts.chart.setGoing(going);
    }

    /** Where times and names of the cards lead. */
    private final class ToMoments implements Going {
        @Override
        public void moment(long time) {
            parts.workspace.playhead().playingProperty().set(false);
            parts.workspace.playhead().seek(time);
        }

        @Override
        public void node(String id) {
            parts.goTo.select(id);
        }

        @Override
        public String time(long instant) {
            return run.map(r -> r.plan().clock().format(instant)).orElse("");
        }

        @Override
        public String name(String node) {
            return parts.workspace.editor().design().node(node).map(n -> n.name()).orElse(node);
        }
    }

    /** The playhead stands elsewhere: the card goes with what it is about, and says how that is now. */
    void moment(Moment next) {
        moment = Optional.of(next);
        if (about.filter(About::changes).isPresent()) show(about.get());
        follow();
    }

    private void follow() {
        if (about.isPresent()) parts.canvasWhy.follow(place(about.get()));
        parts.whyButton.follow();
    }

    /** Where a thing is on the canvas now; empty if it is out of sight. */
    private Optional<Rectangle2D> place(About thing) {
        Optional<Rectangle2D> found = run.flatMap(r -> switch (thing) {
            case About.OfWire w -> parts.canvas.places().placeOfWire(w.id()).map(Asking::around);
            case About.OfNode n -> node(n.id());
            case About.OfPart p -> parts.canvas.places()
                    .placeOf(p.node(), p.part())
                    .map(Asking::rectangle)
                    .or(() -> node(p.node()));
            case About.OfEvent e -> event(r, e);
            case About.OfRow row -> event(r, row);
        });
        Rectangle2D sight = new Rectangle2D(0, 0, Math.max(1, parts.canvas.getWidth()),
                Math.max(1, parts.canvas.getHeight()));
        return found.filter(sight::intersects);
    }

    private Optional<Rectangle2D> event(Run of, About thing) {
        return thing.event(of)
                .flatMap(e -> parts.canvas.places().placeOf(e.id))
                .map(Asking::around)
                .or(() -> thing.node(of).flatMap(this::node));
    }

    private Optional<Rectangle2D> node(String id) {
        return parts.canvas.places().placeOf(id).map(Asking::rectangle);
    }

    private static Rectangle2D rectangle(Box b) {
        return new Rectangle2D(b.x(), b.y(), b.width(), b.height());
    }

    private static Rectangle2D around(Point at) {
        return new Rectangle2D(at.x() - MARGIN, at.y() - MARGIN, 2 * MARGIN, 2 * MARGIN);
    }

    void ask(About thing) {
        letGo();
        about = Optional.of(thing);
        run.ifPresent(r -> light(thing.event(r)));
        show(thing);
        follow();
    }

    private void show(About thing) {
        Optional<Answer> answer = run.flatMap(r -> moment.flatMap(m -> thing.answer(r, m)));
        if (answer.isEmpty()) clear();
        else if (!answer.equals(said)) {
            said = answer;
            Rectangle2D at = place(thing).orElse(new Rectangle2D(parts.canvas.getWidth() / 2, 0, 1, 1));
            parts.canvasWhy.show(answer.get(), sign(thing), at, actions(thing), theme);
        }
    }

    private List<WhyCard.Action> actions(About thing) {
        Optional<Long> event = run.flatMap(thing::event).map(e -> e.id);
        Optional<String> node = run.flatMap(thing::node);
        return event.isPresent() ? whatIf(run.orElseThrow(), node.orElse(""), event.get()) : List.of();
    }

    private Sign sign(About thing) {
        return run.flatMap(thing::event)
                .map(e -> sign(e, run.flatMap(thing::node).orElse("")))
                .orElseGet(() -> thing instanceof About.OfPart p && p.part() instanceof Part.Window
                        ? new Sign.OfWindow()
                        : new Sign.OfPlace());
    }

    void dress(Theme next) {
        theme = next;
    }

    /** Another run: what was held on the canvas belongs to the one before it; the chart finds its own again. */
    void ran(Run next) {
        run = Optional.of(next);
        ArrivalEdits edits = new ArrivalEdits(next);
        parts.chart.chart().setMovable(edits::movable);
        clear();
    }

    /** An event of the run that is there is held, from another view. */
    void hold(long event) {
        run.flatMap(r -> r.trace().bornIn(event).stream().boxed().findFirst())
                .ifPresent(row -> ask(new About.OfEvent(event, run.orElseThrow().trace().node(row))));
    }

    /** Why the fact in a row of the trace is as it is. */
    void ask(int row) {
        if (run.filter(r -> row < r.trace().size()).isPresent()) ask(new About.OfRow(row));
    }

    void letGo() {
        parts.chart.chart().hold(Optional.empty());
        clear();
    }

    /** Escape closes an answer wherever the keys are. */
    void key(KeyEvent event) {
        boolean asked = about.isPresent() || parts.chart.chart().held().isPresent();
        if (!asked || event.getCode() != KeyCode.ESCAPE) return;
        letGo();
        event.consume();
    }

    private void clear() {
        about = Optional.empty();
        said = Optional.empty();
        parts.canvasWhy.hide();
        parts.canvas.setFocus(Focus.NONE);
        parts.chart.setLit(Set.of());
        parts.results.setLit(fact -> false);
        parts.window.whatIf().held(Optional.empty());
    }

    // On the chart

    private final class FromChart implements TimeChartView.Asker {
        @Override
        public Optional<Answer> why(Target target) {
            clear();
            return run.flatMap(of -> answer(target, of));
        }

        private Optional<Answer> answer(Target target, Run of) {
            String node = parts.chartOf.getValue();
            return switch (target) {
                case Target.OfEvent e -> {
                    light(of.trace().event(e.arrival().event()));
                    yield Optional.of(Explain.event(of, e.arrival().event()));
                }
                case Target.OfPane p -> fired(of, node, p.column(), p.pane()).map(row -> {
                    light(of.trace().fact(row).subject());
                    return Explain.fact(of, row);
                });
                case Target.OfWindow w -> Optional.of(Explain.window(of.trace(), node, w.column().key(),
                        w.column().start(), w.column().end(), parts.workspace.playhead().time()));
                case Target.OfGap g -> gap(of, node, g);
            };
        }

        private Optional<Answer> gap(Run of, String node, Target.OfGap gap) {
            ChartModel model = parts.workspace.shownProperty().get().run().orElseThrow().views().charts().get(node);
            if (model == null) return Optional.empty();
            NodeMoment there = moments().node(of.plan().nodeNumber(node), gap.at());
            Status status = moments().status(of.plan().nodeNumber(node), gap.at());
            // Where it was down, or where no windows could be, it is the node that is to be explained.
            if (!status.isUp() || !Explain.windowed(of.trace(), node))
                return Optional.of(Explain.node(of.trace(), there, status, gap.at()));
            long time = model.byProcessingTime() ? gap.at() : gap.eventTime();
            return Optional.of(Explain.gap(of.trace(), node, "", time, gap.at()));
        }

        @Override
        public List<WhyCard.Action> actions(Target target) {
            return target instanceof Target.OfEvent e && run.isPresent()
                    ? whatIf(run.get(), parts.chartOf.getValue(), e.arrival().event())
                    : List.of();
        }

        @Override
        public void letGo() {
            clear();
        }
    }

    private Moments moments() {
        return parts.workspace.shownProperty().get().run().orElseThrow().views().canvas().moments();
    }

    private Keys keys() {
        return parts.workspace.shownProperty().get().run().map(r -> r.views().canvas().keys()).orElse(Keys.NONE);
    }

    /** The row of the trace that tells of a pane. */
    static Optional<Integer> fired(Run of, String node, Column column, PaneMark mark) {
        Rows rows = of.trace().rows(node, FactKind.FIRED);
        int from = rows.before(of.trace().rowsUntil(mark.at() - 1));
        int to = rows.before(of.trace().rowsUntil(mark.at()));
        return IntStream.range(from, to).map(rows::get).boxed().filter(row -> {
            Fact.Fired fact = (Fact.Fired) of.trace().fact(row);
            Pane pane = fact.pane();
            return pane.index() == mark.index() && !pane.retraction() && fact.key().equals(column.key())
                    && pane.start() == column.start() && pane.end() == column.end();
        }).findFirst();
    }

    /** What a lateness on the other side of the limit would do, as an edit that can be undone. */
    private List<WhyCard.Action> whatIf(Run of, String node, long event) {
        List<WhyCard.Action> actions = new ArrayList<>();
        Explain.latenessNeeded(of, event).ifPresent(l -> {
            long wanted = l.counted() ? l.dropsUpTo() : (l.dropsUpTo() / 1_000 + 1) * 1_000;
            String words = Durations.format(wanted);
            actions.add(new WhyCard.Action(Texts.of("why.lateness", words), () -> parts.workspace.editor()
                    .dispatch(parts.edits.set(node, "lateness", Value.of(words)))));
        });
        actions.add(new WhyCard.Action(Texts.of("why.what-if"), () -> {},
                parts.window.whatIf().ofEvent(event).stream().map(WhatIfActions::item).toList()));
        return actions;
    }

    /** Events are counted anew in each run that follows the hand: whose row it is, the run says in which it was taken. */
    private void dragged(TimeChart.ArrivalDrag drag) {
        if (taken.isEmpty()) taken = run.map(ArrivalEdits::new);
        taken.flatMap(edits -> edits.move(drag.arrival().event(), drag.sideways(), drag.to(), parts.edits))
                .ifPresent(parts.workspace.editor()::dispatch);
        if (!drag.done()) return;
        parts.workspace.editor().seal();
        taken = Optional.empty();
    }

    /** What the settings were, the run says in which the handle was taken. */
    private void dragged(TimeChart.LeverDrag drag) {
        if (levers.isEmpty()) levers = run.map(r -> new ChartEdits(r.plan(), parts.edits));
        levers.flatMap(edits -> edits.set(drag)).ifPresent(parts.workspace.editor()::dispatch);
        if (!drag.done()) return;
        parts.workspace.editor().seal();
        levers = Optional.empty();
    }

    // On the canvas

    /** Lights up an event, all it came from and all that came of it, each time that it was sent. */
    private void light(Optional<Event> event) {
        if (event.isEmpty() || run.isEmpty()) return;
        parts.window.whatIf().held(event.map(e -> e.id));
        Lineage lineage = new Lineage(run.get().trace());
        Set<Long> ids = lineage.kin(event.get().id)
                .stream()
                .map(e -> e.id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> nodes = ids.stream()
                .flatMap(i -> run.get().trace().factsOf(i).stream())
                .map(Fact::node)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        parts.canvas.setFocus(new Focus(ids, nodes));
        parts.chart.setLit(ids);
        Set<Integer> facts = ids.stream()
                .flatMap(i -> run.get().trace().factsOf(i).stream())
                .map(Fact::index)
                .collect(Collectors.toSet());
        parts.results.setLit(facts::contains);
    }

    private Sign sign(Event event, String node) {
        List<Fact> facts = run.orElseThrow().trace().factsOf(event.id);
        if (event.schema.panes()) return new Sign.OfResult(Pane.of(event).timing());
        if (facts.stream().anyMatch(Fact.Dropped.class::isInstance)) return new Sign.OfDropped();
        String key = facts.stream()
                .filter(Fact.Added.class::isInstance)
                .map(f -> ((Fact.Added) f).key())
                .findFirst()
                .orElse("");
        boolean late = facts.stream().anyMatch(f -> f instanceof Fact.Added a && a.late() && a.node().equals(node));
        KeyColour colour = theme.key(keys(), key);
        return late ? new Sign.OfLate(colour) : new Sign.OfEvent(colour);
    }

    private final class FromCanvas implements CanvasRequests {
        @Override
        public void hold(Event event, String node, double x, double y) {
            if (run.isPresent() && run.get().trace().event(event.id).isPresent())
                Asking.this.ask(new About.OfEvent(event.id, node));
        }

        @Override
        public void ask(Hit hit) {
            switch (hit) {
                case Hit.OnWire w -> Asking.this.ask(new About.OfWire(w.id()));
                case Hit.OnNode n -> Asking.this.ask(new About.OfNode(n.id()));
                case Hit.OnPort p -> Asking.this.ask(new About.OfNode(p.port().node()));
                case Hit.OnEvent e -> Asking.this.ask(new About.OfEvent(e.event().id, e.node()));
                case Hit.OnPart p -> part(p);
                case Hit.Nothing n -> {}
                case Hit.OnNote n -> {}
                case Hit.OnFrame f -> {}
                case Hit.OnEdge e -> {}
            }
        }

        /** A figure leads to what it counted last. */
        private void part(Hit.OnPart p) {
            Optional<Integer> row = p.part() instanceof Part.Count c
                    ? run.flatMap(r -> moment.flatMap(m -> About.last(r, m, p.node(), c.of())))
                    : Optional.empty();
            Asking.this.ask(row.<About>map(About.OfRow::new).orElseGet(() -> new About.OfPart(p.node(), p.part())));
        }

        @Override
        public void hover(Optional<String> node) {
            parts.whyButton.at(node.filter(n -> moment.flatMap(m -> m.node(n)).isPresent()));
        }

        @Override
        public void painted() {
            Asking.this.follow();
        }

        @Override
        public void letGo() {
            Asking.this.letGo();
        }

        @Override
        public void open(String node) {
            parts.inspector.editName();
        }

        @Override
        public void follow(String address, double viewX, double viewY) {
            menus.follow(address, viewX, viewY);
        }

        @Override
        public void offer(Effect.Offer offer, double x, double y) {
            menus.offer(offer, x, y);
        }

        @Override
        public void menu(Hit hit, double x, double y) {
            menus.show(hit, x, y);
        }
    }
}
