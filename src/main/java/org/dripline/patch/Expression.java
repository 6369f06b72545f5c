package org.dripline.patch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Function;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Kind;
import org.hl7.fhir.r4.fhirpath.ExpressionNode.Operation;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FHIRConstant;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.jspecify.annotations.Nullable;

/**
 * A FHIRPath that names elements of the resource: elements, indexes and conditions. Functions that leave the resource,
 * make new values or cost without bound are refused.
 */
final class Expression {
    static final int MAX_LENGTH = 1_000;
    static final int MAX_NESTING = 20;

    private static final Set<Function> FUNCTIONS = EnumSet.of(
            Function.All,
            Function.As,
            Function.Contains,
            Function.Count,
            Function.Empty,
            Function.EndsWith,
            Function.Exists,
            Function.Extension,
            Function.First,
            Function.HasValue,
            Function.Is,
            Function.Item,
            Function.Last,
            Function.Length,
            Function.Lower,
            Function.Not,
            Function.OfType,
            Function.Single,
            Function.Skip,
            Function.StartsWith,
            Function.Tail,
            Function.Take,
            Function.Upper,
            Function.Where);
    private static final Set<Operation> OPERATIONS = EnumSet.of(
            Operation.And,
            Operation.As,
            Operation.Contains,
            Operation.Equals,
            Operation.Equivalent,
            Operation.Greater,
            Operation.GreaterOrEqual,
            Operation.Implies,
            Operation.In,
            Operation.Is,
            Operation.LessOrEqual,
            Operation.LessThan,
            Operation.NotEquals,
            Operation.NotEquivalent,
            Operation.Or,
            Operation.Union,
            Operation.Xor);
    private static final Set<Operation> TYPE_OPERATIONS = EnumSet.of(Operation.As, Operation.Is);
    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*+'");
    private static final HapiWorkerContext CONTEXT =
            new HapiWorkerContext(FhirContext.forR4Cached(), new TypeNames(FhirContext.forR4Cached()));

    private final String text;
    private final ExpressionNode root;

    private Expression(String text, ExpressionNode root) {
        this.text = text;
        this.root = root;
    }

    /** Refuses with 400 what is no such path. */
    static Expression parse(String text, String where) {
        if (text.length() > MAX_LENGTH || nesting(text) > MAX_NESTING) {
            throw malformed(where + " has a path of more than " + MAX_LENGTH + " characters or " + MAX_NESTING
                    + " nested brackets; write a simpler one.");
        }
        ExpressionNode root;
        FHIRPathEngine engine = new FHIRPathEngine(CONTEXT);
        try {
            root = engine.parse(text);
        } catch (RuntimeException notFhirPath) { // HAPI's parser has no one type of failure, and quotes the path.
            throw malformed(where + " has a path that is not FHIRPath, such as Patient.name[0].family.");
        }
        requireAllowed(root, where);
        return new Expression(text, root);
    }

    /** What the path names, in its order, each element once. */
    List<ElementNode> in(ElementNode resource, String where) {
        requireType(root, resource.fhirType(), where);
        List<Base> found;
        FHIRPathEngine engine = new FHIRPathEngine(CONTEXT);
        try {
            found = engine.evaluate(resource, root);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException failed) { // As above.
            throw Refusals.inapplicable(
                    where + ": the path " + this + " cannot be evaluated on this resource. Write a simpler one.",
                    toString());
        }
        List<ElementNode> nodes = new ArrayList<>();
        for (Base each : found) {
            if (!(each instanceof ElementNode node)) {
                throw Refusals.inapplicable(
                        where + ": the path " + this
                                + " gives a value of its own instead of an element of the resource.",
                        toString());
            }
            nodes.add(node);
        }
        return nodes;
    }

    /** Without what is compared with, since that may be somebody's data. */
    @Override
    public String toString() {
        return LITERAL.matcher(text).replaceAll("'…'");
    }

    /** HAPI finds nothing below another type, and a deletion of nothing would seem to succeed. */
    private void requireType(ExpressionNode begin, String type, String where) {
        for (ExpressionNode node = begin; node != null; node = operand(node)) {
            if (node.getKind() == Kind.Group) {
                requireType(node.getGroup(), type, where);
            }
            boolean named = node.getKind() == Kind.Name && namesType(node.getName());
            if (named && !node.getName().equals(type)) {
                throw Refusals.inapplicable(
                        where + ": the path " + this + " begins with " + node.getName() + ", but the resource is a "
                                + type + ". Begin it with " + type + ".",
                        toString());
            }
        }
    }

    /** Names of elements begin with a small letter; in backquotes even nothing is a name. */
    private static boolean namesType(String name) {
        return !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
    }

    /** The next path of several that begin at the resource; what {@code is} and {@code as} take is no path. */
    private static @Nullable ExpressionNode operand(ExpressionNode node) {
        return TYPE_OPERATIONS.contains(node.getOperation()) ? null : node.getOpNext();
    }

    private static int nesting(String text) {
        int depth = 0;
        int max = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            depth += unit == '(' || unit == '[' || unit == '{' ? 1 : unit == ')' || unit == ']' || unit == '}' ? -1 : 0;
            max = Math.max(max, depth);
        }
        return max;
    }

    private static void requireAllowed(@Nullable ExpressionNode node, String where) {
        if (node == null) {
            return;
        }
        boolean function = node.getKind() == Kind.Function && !FUNCTIONS.contains(node.getFunction());
        boolean operation = node.getOperation() != null && !OPERATIONS.contains(node.getOperation());
        boolean constant = node.getKind() == Kind.Unary
                || node.getConstant() instanceof Quantity
                || (node.getConstant() instanceof FHIRConstant named
                        && named.getValue().startsWith("%"));
        if (function || operation || constant) {
            throw malformed(where + " has a path with more than a patch may use: names, indexes, where() and other"
                    + " conditions, first(), last(), ofType(), extension() and literals; not resolve(), %variables,"
                    + " arithmetic or quantities.");
        }
        requireAllowed(node.getInner(), where);
        requireAllowed(node.getGroup(), where);
        requireAllowed(node.getOpNext(), where);
        if (node.getKind() == Kind.Function) {
            node.getParameters().forEach(parameter -> requireAllowed(parameter, where));
        }
    }

    private static Refusal malformed(String text) {
        return Refusal.of(400, Issue.error("value", "fhirpath", text));
    }

    /** All that evaluating paths needs to know of R4's definitions: that there is such a type. */
    private record TypeNames(FhirContext context) implements IValidationSupport {
        private static final String BASE = "http://hl7.org/fhir/StructureDefinition/";

        @Override
        public FhirContext getFhirContext() {
            return context;
        }

        @Override
        public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
            return List.of();
        }

        @Override
        public @Nullable IBaseResource fetchStructureDefinition(String url) {
            String name = url.startsWith(BASE) ? url.substring(BASE.length()) : "";
            boolean known = context.getResourceTypes().contains(name) || context.getElementDefinition(name) != null;
            return known
                    // HAPI looks for the base of whatever is not primitive.
                    ? new StructureDefinition()
                            .setKind(StructureDefinitionKind.PRIMITIVETYPE)
                            .setType(name)
                            .setName(name)
                            .setUrl(url)
                    : null;
        }
    }
}
