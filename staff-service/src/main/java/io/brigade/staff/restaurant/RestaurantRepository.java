package io.brigade.staff.restaurant;

import io.quarkus.hibernate.reactive.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RestaurantRepository implements PanacheRepository<Restaurant> {}
