package io.brigade.menu.carte;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A restaurant's carte as a whole: its version rises with every change of anything on it. */
@Entity
@Table(name = "cartes")
class Carte {

    @Id
    Long restaurantId;

    long version;
    String currency;
}
