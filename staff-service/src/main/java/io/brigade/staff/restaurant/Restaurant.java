package io.brigade.staff.restaurant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A restaurant of the group. */
@Entity
@Table(name = "restaurants")
class Restaurant {

    @Id
    Long restaurantId;

    String name;
    String legalName;
    String siret;
    String address;
    String currency;
    String timeZone;
    short dayCutoffHour;
    int discountLimitBp;

    @Version
    long version;
}
