#include "engine/criteria/ground.h"

#include "engine/criteria/where.h"
#include "engine/park/ground_holders.h"

namespace parktwin::criteria {
namespace {

/// owner_of(cell index) for each cell inside the boundary.
template <class OwnerOf>
Grid<std::int32_t> owners_inside(const Grid<std::uint8_t>& place, OwnerOf&& owner_of) {
  Grid<std::int32_t> owner(place.frame, no_owner);
  for (std::size_t cell = 0; cell < owner.values.size(); ++cell) {
    if (inside_park(place.values[cell])) owner.values[cell] = owner_of(cell);
  }
  return owner;
}

}  // namespace

OwnerNumbers::OwnerNumbers(const Park& park)
    : first_building(static_cast<std::int32_t>(park.zones->size())),
      first_parcel(first_building + static_cast<std::int32_t>(park.buildings->size())),
      count(first_parcel + static_cast<std::int32_t>(park.parcels->size())) {}

Grid<std::int32_t> public_owner(const Grid<std::uint8_t>& place, const Park& park) {
  const auto building = first_holders(place.frame, *park.buildings, [](const Building& each) { return each.is_public; });
  const auto zone = first_holders(place.frame, *park.zones);
  const auto& zones = park.zones->records();
  const std::int32_t first_building = OwnerNumbers(park).first_building;
  return owners_inside(place, [&](std::size_t cell) {
    if (building[cell] != held_by_none) return first_building + building[cell];
    return zone[cell] != held_by_none && is_public_ground(zones[static_cast<std::size_t>(zone[cell])]) ? zone[cell] : no_owner;
  });
}

Grid<std::int32_t> ground_owner(const Grid<std::uint8_t>& place, const Park& park) {
  const GroundHolders holders(park, place.frame, first_holders(place.frame, *park.buildings));
  const OwnerNumbers numbers(park);
  return owners_inside(place, [&](std::size_t cell) {
    if (holders.building(cell) != held_by_none) return numbers.first_building + holders.building(cell);
    if (holders.zone(cell) != held_by_none) return holders.zone(cell);
    return holders.parcel(cell) == held_by_none ? no_owner : numbers.first_parcel + holders.parcel(cell);
  });
}

Text owner_label(std::int32_t owner, const Park& park) {
  if (owner == no_owner) return {"other ground", "其他用地"};
  const OwnerNumbers numbers(park);
  PARKTWIN_CHECK(owner >= 0 && owner < numbers.count, "owner of a cell outside the park's tables");
  if (owner < numbers.first_building) return label(park.zones->records()[static_cast<std::size_t>(owner)]);
  if (owner < numbers.first_parcel) return label(park.buildings->records()[static_cast<std::size_t>(owner - numbers.first_building)]);
  const Parcel& parcel = park.parcels->records()[static_cast<std::size_t>(owner - numbers.first_parcel)];
  if (!parcel.enterprise.valid()) return label("parcel", "地块", parcel.id);
  const Enterprise& enterprise = (*park.enterprises)[parcel.enterprise];
  return label(enterprise.name, enterprise.name_zh, parcel.id);
}

}  // namespace parktwin::criteria
