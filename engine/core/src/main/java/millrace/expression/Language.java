package millrace.expression;

import static dev.cel.common.CelFunctionDecl.newFunctionDeclaration;
import static dev.cel.common.CelOverloadDecl.newGlobalOverload;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import millrace.design.Location;
import millrace.design.Outcome;
import millrace.design.Problem;
import millrace.event.Field;
import millrace.event.FieldType;
import millrace.event.Schema;
import millrace.text.Sentences;

/** The part of CEL that expressions may use. The one class through which CEL is loaded. */
final class Language {
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(Expressions.LONGEST)
            .maxParseRecursionDepth(64)
            .maxParseExpressionNodeCount(500)
            .maxParseErrorRecoveryLimit(3)
            .build();
    /** Operators and functions by the names that the library's two lists of them share. */
    private static final Set<String> STANDARD = Set.of("IN", "CONDITIONAL", "LOGICAL_NOT", "LOGICAL_OR", "LOGICAL_AND",
            "NOT_STRICTLY_FALSE", "EQUALS", "NOT_EQUALS", "LESS", "LESS_EQUALS", "GREATER", "GREATER_EQUALS", "ADD",
            "SUBTRACT", "MULTIPLY", "DIVIDE", "MODULO", "NEGATE", "SIZE", "INT", "DOUBLE", "STRING", "TIMESTAMP",
            "DURATION", "CONTAINS", "STARTS_WITH", "ENDS_WITH", "GET_FULL_YEAR", "GET_MONTH", "GET_DAY_OF_YEAR",
            "GET_DAY_OF_MONTH", "GET_DAY_OF_WEEK", "GET_HOURS", "GET_MINUTES", "GET_SECONDS", "GET_MILLISECONDS");
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME = runtime();

    private Language() {}

    static Outcome<Expression> parse(String text, Schema schema) {
        CelValidationResult result = compilerFor(schema).compile(text);
        if (result.hasError()) return Outcome.failed(new Diagnosis(text, schema, tree(text)).problems(result));
        try {
            return program(text, schema, result.getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            return Outcome.failed(
                    List.of(Problem.error(Location.DESIGN, "expression.expression", text,
                            String.valueOf(e.getMessage()))));
        }
    }

    private static Outcome<Expression> program(String text, Schema schema, CelAbstractSyntaxTree ast)
            throws CelEvaluationException {
        Optional<FieldType> type = fieldType(ast.getResultType());
        if (type.isEmpty())
            return Outcome.failed(List.of(noFieldType(ast.getResultType(), text)));
        return Outcome.of(new CelExpression(text, type.get(), schema, RUNTIME.createProgram(ast)));
    }

    private static Problem noFieldType(CelType type, String text) {
        boolean duration = type.equals(SimpleType.DURATION);
        return Problem.error(Location.DESIGN,
                duration ? "expression.no-field-type.duration" : "expression.no-field-type", text, word(type));
    }

    /** The tree without types, to find what a complaint is about; empty if there is none. */
    private static Optional<CelAbstractSyntaxTree> tree(String text) {
        CelValidationResult parsed = COMPILER.parse(text);
        try {
            return parsed.hasError() ? Optional.empty() : Optional.of(parsed.getAst());
        } catch (CelValidationException e) {
            return Optional.empty();
        }
    }

    private static CelCompiler compilerFor(Schema schema) {
        CelCompilerBuilder builder = COMPILER.toCompilerBuilder();
        for (Field field : schema.fields()) {
            if (Expressions.nameProblem(field.name()).isEmpty()) builder.addVar(field.name(), celType(field.type()));
        }
        return builder.build();
    }

    static CelType celType(FieldType type) {
        return switch (type) {
            case STRING -> SimpleType.STRING;
            case LONG -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case BOOLEAN -> SimpleType.BOOL;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
        };
    }

    private static Optional<FieldType> fieldType(CelType type) {
        return Arrays.stream(FieldType.values()).filter(t -> celType(t).equals(type)).findFirst();
    }

    /** A type in the words of design files. */
    static String word(CelType type) {
        return fieldType(type).map(t -> Sentences.of("expression.words.type.of-field", t.word()))
                .orElseGet(() -> switch (type
                        .kind()) {
                    case DURATION -> Sentences.of("expression.words.type.duration");
                    case LIST -> Sentences.of("expression.words.type.list");
                    case MAP -> Sentences.of("expression.words.type.map");
                    case NULL_TYPE -> Sentences.of("expression.words.type.null");
                    case BYTES -> Sentences.of("expression.words.type.bytes");
                    case UINT -> Sentences.of("expression.words.type.unsigned");
                    default -> type.name();
                });
    }

    private static CelCompiler compiler() {
        CelStandardDeclarations declarations = CelStandardDeclarations.newBuilder()
                .includeFunctions(Arrays.stream(CelStandardDeclarations.StandardFunction.values())
                        .filter(f -> STANDARD.contains(f.name()))
                        .toList())
                .build();
        return CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros()
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(declarations)
                .addFunctionDeclarations(
                        newFunctionDeclaration("abs", newGlobalOverload("abs_int", SimpleType.INT, SimpleType.INT),
                                newGlobalOverload("abs_double", SimpleType.DOUBLE, SimpleType.DOUBLE)),
                        pair("min"), pair("max"), whole("round"), whole("floor"), whole("ceil"), letters("lower"),
                        letters("upper"))
                .build();
    }

    private static CelFunctionDecl pair(String name) {
        return newFunctionDeclaration(name,
                newGlobalOverload(name + "_int", SimpleType.INT, SimpleType.INT, SimpleType.INT),
                newGlobalOverload(name + "_double", SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE));
    }

    private static CelFunctionDecl whole(String name) {
        return newFunctionDeclaration(name, newGlobalOverload(name + "_double", SimpleType.INT, SimpleType.DOUBLE));
    }

    private static CelFunctionDecl letters(String name) {
        return newFunctionDeclaration(name, newGlobalOverload(name + "_string", SimpleType.STRING, SimpleType.STRING));
    }

    private static CelRuntime runtime() {
        CelStandardFunctions standard = CelStandardFunctions.newBuilder()
                .includeFunctions(Arrays.stream(CelStandardFunctions.StandardFunction.values())
                        .filter(f -> STANDARD.contains(f.name()))
                        .toList())
                .build();
        CelRuntimeBuilder builder = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(standard);
        numbers(builder);
        bind(builder, "lower", CelFunctionBinding.from("lower_string", String.class, s -> s.toLowerCase(Locale.ROOT)));
        bind(builder, "upper", CelFunctionBinding.from("upper_string", String.class, s -> s.toUpperCase(Locale.ROOT)));
        return builder.build();
    }

    private static void numbers(CelRuntimeBuilder builder) {
        bind(builder, "abs", CelFunctionBinding.from("abs_int", Long.class, Math::absExact),
                CelFunctionBinding.from("abs_double", Double.class, Math::abs));
        bind(builder, "min", CelFunctionBinding.from("min_int", Long.class, Long.class, Math::min),
                CelFunctionBinding.from("min_double", Double.class, Double.class, Math::min));
        bind(builder, "max", CelFunctionBinding.from("max_int", Long.class, Long.class, Math::max),
                CelFunctionBinding.from("max_double", Double.class, Double.class, Math::max));
        bind(builder, "round",
                CelFunctionBinding.from("round_double", Double.class, d -> exact(Math.floor(d + 0.5))));
        bind(builder, "floor", CelFunctionBinding.from("floor_double", Double.class, d -> exact(Math.floor(d))));
        bind(builder, "ceil", CelFunctionBinding.from("ceil_double", Double.class, d -> exact(Math.ceil(d))));
    }

    private static void bind(CelRuntimeBuilder builder, String name, CelFunctionBinding... overloads) {
        builder.addFunctionBindings(CelFunctionBinding.fromOverloads(name, overloads));
    }

    private static long exact(double whole) {
        if (!(Math.abs(whole) < 0x1p63))
            throw new ArithmeticException(Sentences.of("expression.words.too-large.whole"));
        return (long) whole;
    }
}
