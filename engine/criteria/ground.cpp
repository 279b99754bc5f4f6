#include "engine/criteria/ground.h"

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

constexpr std::int32_t not_public = -2;

template <class Shape>
void claim(Grid<std::int32_t>& owner, const Grid<std::uint8_t>& place, const Shape& shape, std::int32_t number) {
  for_each_park_cell(place, shape, [&](std::size_t cell) {
    if (owner.values[cell] == no_owner) owner.values[cell] = number;
  });
}

}  // namespace

OwnerNumbers::OwnerNumbers(const Park& park)
    : first_building(static_cast<std::int32_t>(park.zones->size())),
      first_parcel(first_building + static_cast<std::int32_t>(park.buildings->size())),
      count(first_parcel + static_cast<std::int32_t>(park.parcels->size())) {}

Grid<std::int32_t> public_owner(const Grid<std::uint8_t>& place, const Park& park) {
  Grid<std::int32_t> owner(place.frame, no_owner);
  std::int32_t number = OwnerNumbers(park).first_building;
  for (const auto& building : *park.buildings) {
    if (building.is_public) claim(owner, place, building.footprint, number);
    ++number;
  }
  number = 0;
  for (const auto& zone : *park.zones) {
    const bool counts = zone.is_public && zone.kind != ZoneKind::water;
    claim(owner, place, zone.shape, counts ? number : not_public);
    ++number;
  }
  for (auto& value : owner.values) {
    if (value == not_public) value = no_owner;
  }
  return owner;
}

Grid<std::int32_t> ground_owner(const Grid<std::uint8_t>& place, const Park& park) {
  Grid<std::int32_t> owner(place.frame, no_owner);
  const OwnerNumbers numbers(park);
  std::int32_t number = numbers.first_building;
  for (const auto& building : *park.buildings) claim(owner, place, building.footprint, number++);
  number = 0;
  for (const auto& zone : *park.zones) claim(owner, place, zone.shape, number++);
  number = numbers.first_parcel;
  for (const auto& parcel : *park.parcels) claim(owner, place, parcel.shape, number++);
  return owner;
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
