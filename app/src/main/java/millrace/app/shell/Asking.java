package millrace.app.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import millrace.app.canvas.CanvasRequests;
import millrace.app.canvas.Focus;
import millrace.app.chart.ChartModel.Column;
import millrace.app.chart.ChartModel.PaneMark;
import millrace.app.chart.Target;
import millrace.app.chart.TimeChart;
import millrace.app.chart.TimeChartView;
import millrace.app.look.KeyColour;
import millrace.app.look.Keys;
import millrace.app.look.Theme;
import millrace.app.tool.Effect;
import millrace.app.tool.Hit;
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
import millrace.trace.Run;

/** Why? What is clicked on the canvas or the chart is held, answered beside it, and its kin lit up. */
final class Asking {
    /** Around the point that a card is about, px. */
    private static final double MARGIN = 12;
    private final Designer parts;
    private final Menus menus;
    private Optional<Run> run = Optional.empty();
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
        parts.results.setOnPicked(row -> {
            parts.workspace.playhead().seek(row.at());
            run.filter(r -> row.fact() >= 0).ifPresent(r -> light(r.trace().fact(row.fact()).subject()));
        });
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
        run.flatMap(r -> r.trace().event(event)).ifPresent(e -> {
            letGo();
            light(Optional.of(e));
            show(Explain.event(run.orElseThrow(), event), new Sign.OfEvent(theme.key(keys(), "")),
                    parts.canvas.places().placeOf(event));
        });
    }

    /** Why the fact in a row of the trace is as it is. */
    void ask(int row) {
        run.filter(r -> row < r.trace().size()).ifPresent(r -> {
            letGo();
            light(r.trace().fact(row).subject());
            show(Explain.fact(r, row), new Sign.OfEvent(theme.key(keys(), "")), parts.canvas.places()
                    .placeOf(r.trace().node(row))
                    .map(b -> new Point(b.x() + b.width() / 2, b.y())));
        });
    }

    private void show(Answer answer, Sign sign, Optional<Point> place) {
        Point at = place.orElse(new Point(parts.canvas.getWidth() / 2, MARGIN));
        parts.canvasWhy.show(answer, sign, new Rectangle2D(Math.max(0, at.x() - MARGIN), Math.max(0, at.y() - MARGIN),
                2 * MARGIN, 2 * MARGIN), List.of(), theme);
    }

    private void letGo() {
        parts.chart.chart().hold(Optional.empty());
        clear();
    }

    private void clear() {
        parts.canvasWhy.hide();
        parts.canvas.setFocus(Focus.NONE);
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
                case Target.OfWindow w -> Optional.of(Explain.window(of, node, w.column().key(), w.column().start(),
                        parts.workspace.playhead().time()));
            };
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

    private Keys keys() {
        return parts.workspace.shownProperty().get().run().map(r -> r.views().canvas().keys()).orElse(Keys.NONE);
    }

    private static Optional<Integer> fired(Run of, String node, Column column, PaneMark mark) {
        return of.trace().rows(node, FactKind.FIRED).stream().boxed().filter(row -> {
            Fact.Fired fact = (Fact.Fired) of.trace().fact(row);
            Pane pane = fact.pane();
            return fact.at() == mark.at() && pane.index() == mark.index() && !pane.retraction()
                    && fact.key().equals(column.key()) && pane.start() == column.start();
        }).findFirst();
    }

    /** What a lateness on the other side of the limit would do, as an edit that can be undone. */
    private List<WhyCard.Action> whatIf(Run of, String node, long event) {
        List<WhyCard.Action> actions = new ArrayList<>();
        Explain.latenessNeeded(of, event).ifPresent(l -> {
            long wanted = l.counted() ? l.dropsUpTo() : (l.dropsUpTo() / 1_000 + 1) * 1_000;
            String words = Durations.format(wanted);
            actions.add(new WhyCard.Action("What if lateness were " + words + "?", () -> parts.workspace.editor()
                    .dispatch(parts.edits.set(node, "lateness", Value.of(words)))));
        });
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

    /** Lights up an event, all it came from and all that came of it. */
    private void light(Optional<Event> event) {
        if (event.isEmpty() || run.isEmpty()) return;
        Lineage lineage = new Lineage(run.get().trace());
        long id = event.get().id;
        Set<Long> ids = Stream
                .of(Stream.of(event.get()), lineage.ancestors(id).stream(), lineage.descendants(id).stream())
                .flatMap(s -> s)
                .map(e -> e.id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> nodes = ids.stream()
                .flatMap(i -> run.get().trace().factsOf(i).stream())
                .map(Fact::node)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        parts.canvas.setFocus(new Focus(ids, nodes));
    }

    private final class FromCanvas implements CanvasRequests {
        @Override
        public void hold(Event event, String node, double x, double y) {
            if (run.isEmpty() || run.get().trace().event(event.id).isEmpty()) return;
            letGo();
            light(Optional.of(event));
            Answer answer = Explain.event(run.get(), event.id);
            parts.canvasWhy.show(answer, sign(event, node), new Rectangle2D(x - 12, y - 12, 24, 24),
                    whatIf(run.get(), node, event.id), theme);
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
