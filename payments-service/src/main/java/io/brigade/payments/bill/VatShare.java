package io.brigade.payments.bill;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a total falls under one VAT rate; net and VAT always add up to the gross amount. */
public record VatShare(
        @Schema(description = "Basis points: 1000 is 10 %.", examples = "1000")
        int vatRateBp,

        @Schema(description = "Without VAT (HT).", examples = "4364")
        long netCents,

        @Schema(description = "VAT (TVA).", examples = "436")
        long vatCents,

        @Schema(description = "VAT included (TTC).", examples = "4800")
        long grossCents) {

    private static final long WHOLE_BP = 10_000;

    /** The shares of lines by rate, lowest rate first. */
    public static List<VatShare> of(List<BillLine> lines) {
        return byRate(lines.stream()
                .collect(Collectors.groupingBy(
                        BillLine::vatRateBp, TreeMap::new, Collectors.summingLong(BillLine::totalCents))));
    }

    /** Shares of amounts by rate, lowest rate first; rates that come to nothing are left out. */
    public static List<VatShare> byRate(Map<Integer, Long> grossByRate) {
        return new TreeMap<>(grossByRate)
                .entrySet().stream()
                        .filter(rate -> rate.getValue() != 0)
                        .map(rate -> of(rate.getKey(), rate.getValue()))
                        .toList();
    }

    /**
     * Prices include VAT: the net amount is rounded half up to the cent and VAT is the rest. What is given back is the
     * mirror image of what was taken.
     */
    public static VatShare of(int rateBp, long grossCents) {
        long divisor = WHOLE_BP + rateBp;
        long net = Math.floorDiv(2 * Math.abs(grossCents) * WHOLE_BP + divisor, 2 * divisor) * Long.signum(grossCents);
        return new VatShare(rateBp, net, grossCents - net, grossCents);
    }
}
