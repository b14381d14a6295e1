package io.brigade.payments.erp;

import io.brigade.payments.bill.VatShare;
import io.brigade.payments.book.Seller;
import io.brigade.payments.book.Ticket;
import io.brigade.payments.payment.PaymentMethod;
import io.brigade.platform.security.Person;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Tickets as payments make them, and the accounts that the service comes with. */
final class Tickets {

    static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    static final Seller SELLER = new Seller(
            "Brasserie du Marché", "Brasserie du Marché SAS", "12345678200010", "12 quai Saint-Antoine, 69002 Lyon");

    private static final AtomicLong RESTAURANTS = new AtomicLong(50_000);

    private Tickets() {}

    /** A restaurant that no other test plays in: books can't be emptied. */
    static long newRestaurant() {
        return RESTAURANTS.incrementAndGet();
    }

    static TicketPosting posting() {
        return new TicketPosting(new Chart(accounts()));
    }

    static AccountingConfig accounts() {
        try {
            return new SmallRyeConfigBuilder()
                    .withMapping(AccountingConfig.class)
                    .withSources(new PropertiesConfigSource(Path.of("src/main/resources/application.properties")
                            .toUri()
                            .toURL()))
                    .withMappingIgnore("**")
                    .build()
                    .getConfigMapping(AccountingConfig.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** 48.00 of food at 10 %, 6.50 of wine at 20 %, paid by card with a tip of 2.00. */
    static Ticket sale(long restaurantId, long ticketNo, LocalDate day) {
        return ticket(
                restaurantId,
                ticketNo,
                day,
                List.of(share(1000, 4364, 436), share(2000, 542, 108)),
                List.of(paid(PaymentMethod.CARD, 5450, 200)));
    }

    static Ticket ticket(
            long restaurantId, long ticketNo, LocalDate day, List<VatShare> vat, List<Ticket.Settlement> settlements) {
        return ticket(restaurantId, ticketNo, day, SELLER, vat, settlements);
    }

    static Ticket ticket(
            long restaurantId,
            long ticketNo,
            LocalDate day,
            Seller seller,
            List<VatShare> vat,
            List<Ticket.Settlement> settlements) {
        long total = vat.stream().mapToLong(VatShare::grossCents).sum();
        return new Ticket(
                false,
                ticketNo,
                total < 0 ? Ticket.Kind.CREDIT : Ticket.Kind.SALE,
                restaurantId,
                seller,
                78,
                "T4",
                2,
                "DINE_IN",
                new Person(101, "Camille"),
                new Person(103, "Inès"),
                day,
                OffsetDateTime.of(day.atTime(20, 15), ZoneOffset.UTC),
                null,
                "EUR",
                List.of(),
                0,
                total,
                vat,
                settlements);
    }

    static VatShare share(int rateBp, long netCents, long vatCents) {
        return new VatShare(rateBp, netCents, vatCents, netCents + vatCents);
    }

    static Ticket.Settlement paid(PaymentMethod method, long amountCents, long tipCents) {
        return new Ticket.Settlement(1, method, amountCents, tipCents);
    }
}
