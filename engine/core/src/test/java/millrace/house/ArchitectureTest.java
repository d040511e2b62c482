package millrace.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the engine's code may use, each rule with its reason. */
class ArchitectureTest {
    /** Lowest first: a package uses only those before it. */
    private static final List<String> LAYERS = List.of("text", "event", "design", "expression", "operator", "catalog",
            "format",
            "compile", "simulation", "trace", "explain", "measure", "expect");

    /** The language is the person's, not a run's; any thread may ask for words. */
    private static final String WORDS = "millrace.text";

    /** Methods of Math that may differ between machines in the last bit; StrictMath has them all. */
    private static final Set<String> INEXACT = Set.of("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh",
            "cosh",
            "tanh", "exp", "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

    private static final JavaClasses ENGINE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void thereIsSomethingToCheck() {
        assertTrue(ENGINE.size() > 50, "only " + ENGINE.size() + " classes found");
    }

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyThoseBelowIt() {
        return IntStream.range(0, LAYERS.size() - 1)
                .filter(i -> ENGINE.containPackage("millrace." + LAYERS.get(i)))
                .mapToObj(i -> dynamicTest(LAYERS.get(i), () -> layer(i).check(ENGINE)));
    }

    private static ArchRule layer(int i) {
        String[] above = LAYERS.stream().skip(i + 1).map(name -> "millrace." + name + "..").toArray(String[]::new);
        return noClasses().that(resideInAPackage("millrace." + LAYERS.get(i) + ".."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(above))
                .because("what a part means must be readable without the parts that stand on it");
    }

    @Test
    void everyClassHasALayer() {
        classes().should()
                .resideInAnyPackage(LAYERS.stream().map(name -> "millrace." + name + "..").toArray(String[]::new))
                .because("a new package must first find its place in the order above")
                .check(ENGINE);
    }

    @Test
    void noPackageCycles() {
        slices().matching("millrace.(**)")
                .should()
                .beFreeOfCycles()
                .because("parts that need each other are one part")
                .check(ENGINE);
    }

    @Test
    void everyPackageIsNullMarked() {
        for (JavaPackage p : ENGINE.getPackage("millrace").getSubpackagesInTree())
            assertTrue(p.getClasses().isEmpty() || p.isAnnotatedWith(NullMarked.class),
                    p.getName() + " needs a package-info.java with @NullMarked: only then NullAway checks it");
    }

    @Test
    void noWindow() {
        noClasses().should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "millrace.app.."))
                .because("the same engine serves the screen, the shell and the benchmarks")
                .check(ENGINE);
    }

    @Test
    void noConsole() {
        noClasses().should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("what the user has to know is a Problem; programmer errors are thrown")
                .check(ENGINE);
    }

    @Test
    void noClock() {
        never("read the machine's clock or calendar", call -> calls(call, System.class, "currentTimeMillis", "nanoTime")
                || in(call, "java.time")
                        && Set.of("now", "systemUTC", "systemDefaultZone", "system").contains(call.getName())
                || creates(call, java.util.Date.class) || calls(call, java.util.Calendar.class, "getInstance"))
                .because("time in a run is the run's own: the same design must give the same trace at any hour")
                .check(ENGINE);
    }

    @Test
    void noSettingsOfTheMachine() {
        never("ask for the machine's zone, language or variables",
                call -> calls(call, java.time.ZoneId.class, "systemDefault")
                        || calls(call, java.util.TimeZone.class, "getDefault")
                        || calls(call, java.util.Locale.class, "getDefault")
                        || calls(call, String.class, "toLowerCase", "toUpperCase") && arity(call) == 0
                        || calls(call, String.class, "formatted")
                        || calls(call, String.class, "format") && arity(call) == 2
                        || calls(call, System.class, "getenv", "getProperty"))
                .because("a design must mean the same on every machine")
                .check(ENGINE);
    }

    @Test
    void noChance() {
        never("draw numbers without a seed", call -> creates(call, java.util.Random.class) && arity(call) == 0
                || creates(call, java.util.SplittableRandom.class) && arity(call) == 0
                || calls(call, java.util.random.RandomGenerator.class, "getDefault", "of")
                || creates(call, java.security.SecureRandom.class) || calls(call, Math.class, "random")
                || calls(call, StrictMath.class, "random") || calls(call, java.util.UUID.class, "randomUUID")
                || calls(call, java.util.concurrent.ThreadLocalRandom.class, "current")
                || calls(call, java.util.Collections.class, "shuffle") && arity(call) == 1)
                .because("a run is a pure function of design and seed; one stream per (seed, node, purpose)")
                .check(ENGINE);
    }

    @Test
    void noThreads() {
        noClasses().that(resideOutsideOfPackage(WORDS))
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.concurrent").and(not(named(
                        "java.util.concurrent.CancellationException", "java.util.concurrent.TimeUnit")))
                        .or(resideInAPackage("java.util.concurrent.locks"))
                        .or(assignableTo(Thread.class))
                        .or(assignableTo(ThreadLocal.class))
                        .or(assignableTo(java.util.Timer.class)))
                .because(
                        "one agenda orders everything that happens; who runs the engine, and on which thread, is the caller's affair")
                .check(ENGINE);
    }

    @Test
    void noParallelStreams() {
        never("run streams in parallel", call -> Set.of("parallel", "parallelStream").contains(call.getName()))
                .because("the order of results would depend on the machine")
                .check(ENGINE);
    }

    @Test
    void noIdentity() {
        never("use a hash that differs from run to run", call -> calls(call, System.class, "identityHashCode")
                || !call.getOrigin().getName().equals("hashCode") && (call.getName().equals("hashCode")
                        && (call.getTargetOwner().isEquivalentTo(Object.class)
                                || call.getTargetOwner().isAssignableTo(Enum.class))
                        || in(call, "java.util") && calls(call, java.util.Objects.class, "hash", "hashCode")))
                .because("partitions and orders must be the same in every process: hash the value's own bits")
                .check(ENGINE);
    }

    @Test
    void noSaltedOrder() {
        never("make sets or maps in an order that each process shuffles, but for constants to look up in",
                call -> !call.getOrigin().getName().equals("<clinit>")
                        && (calls(call, java.util.Map.class, "of") && arity(call) > 2
                                || calls(call, java.util.Set.class, "of") && arity(call) > 1
                                || calls(call, java.util.Map.class, "ofEntries", "copyOf")
                                || calls(call, java.util.Set.class, "copyOf")
                                || calls(call, java.util.stream.Collectors.class, "toUnmodifiableSet",
                                        "toUnmodifiableMap")))
                .because(
                        "walking one gives another order in the next process; use LinkedHashMap, TreeMap or unmodifiable views of them")
                .check(ENGINE);
    }

    @Test
    void exactArithmetic() {
        never("use inexact functions of Math", call -> calls(call, Math.class, INEXACT.toArray(String[]::new)))
                .because("Math may differ in the last bit from machine to machine; StrictMath does not")
                .check(ENGINE);
    }

    @Test
    void noStateBesideTheSimulation() {
        fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(resideOutsideOfPackage(WORDS))
                .should()
                .beFinal()
                .because("two runs in one process must not know of each other")
                .check(ENGINE);
    }

    private static ArchRule never(String what, Predicate<JavaAccess<?>> forbidden) {
        return classes().should(new ArchCondition<>("not " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getAccessesFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                        .filter(forbidden)
                        .distinct()
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        }).as("The engine must not " + what);
    }

    private static boolean calls(JavaAccess<?> call, Class<?> owner, String... names) {
        return call.getTargetOwner().isEquivalentTo(owner) && List.of(names).contains(call.getName());
    }

    private static boolean creates(JavaAccess<?> call, Class<?> owner) {
        return calls(call, owner, "<init>");
    }

    private static boolean in(JavaAccess<?> call, String packageName) {
        return call.getTargetOwner().getPackageName().equals(packageName);
    }

    private static int arity(JavaAccess<?> call) {
        return call.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : 0;
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return describe(String.join(" or ", names), type -> List.of(names).contains(type.getName()));
    }
}
