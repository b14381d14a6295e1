package io.brigade.menu.carte;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A heading on the carte. */
@Entity
@Table(name = "categories")
public class Category {

    @Id
    @GeneratedValue(generator = "categories_seq")
    @SequenceGenerator(name = "categories_seq", sequenceName = "categories_seq")
    public Long categoryId;

    public Long restaurantId;
    public String name;
    public int position;
}
