package io.brigade.payments.ticket;

import io.brigade.payments.bill.Bill;
import io.brigade.payments.bill.BillLine;
import io.brigade.payments.bill.Shares;
import io.brigade.payments.bill.VatShare;
import java.util.ArrayList;
import java.util.List;

/** What a credit says: an amount given back without an item going back. */
final class Credit {

    private Credit() {}

    /** A line per rate, in proportion to what the bill has of each, exact to the cent. */
    static List<BillLine> lines(Bill bill, long cents, String reason) {
        List<VatShare> rates = VatShare.of(bill.lines());
        List<Long> parts = Shares.inProportion(
                cents, rates.stream().map(VatShare::grossCents).toList());
        List<BillLine> lines = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            if (parts.get(i) != 0) {
                lines.add(line(reason, parts.get(i), rates.get(i).vatRateBp()));
            }
        }
        return List.copyOf(lines);
    }

    private static BillLine line(String reason, long cents, int vatRateBp) {
        return new BillLine(0, 0, reason, -1, cents, List.of(), null, 0, -cents, vatRateBp);
    }
}
