package io.brigade.staff.member;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** A person who can sign in. The PIN is known only as a hash. */
@Entity
@Table(name = "staff_members")
class StaffMember {

    @Id
    @GeneratedValue(generator = "staff_members_seq")
    @SequenceGenerator(name = "staff_members_seq", sequenceName = "staff_members_seq", allocationSize = 1)
    Long staffId;

    Long restaurantId;
    String staffCode;
    String name;

    @Convert(converter = RolesConverter.class)
    Set<StaffRole> roles;

    @Convert(converter = RestaurantIdsConverter.class)
    SortedSet<Long> oversees = new TreeSet<>();

    String pinHash;
    boolean active = true;

    @Version
    long version;
}
