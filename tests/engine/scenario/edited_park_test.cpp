#include "engine/scenario/edited_park.h"

#include <gtest/gtest.h>

#include "engine/core/yaml_reader.h"
#include "engine/scenario/change_reader.h"
#include "engine/scenario/scenario.h"
#include "tests/engine/scenario/random_park.h"
#include "tests/engine/scenario/string_park.h"

namespace parktwin {
namespace {

using testing_park::Dice;
using testing_park::random_park;
using testing_park::StringChange;
using testing_park::StringEditor;
using testing_park::StringPark;
using testing_park::strings_of;

/// A change to random records that exist, existed or never did.
StringChange random_change(const Park& park, Dice& dice, std::size_t number) {
  const std::string_view verbs[] = {"remove", "remove", "remove", "add", "modify", "move"};
  StringChange change{std::string(verbs[dice.below(std::size(verbs))]), "", "", {}};
  const std::size_t type = dice.below(ParkRecords::size);
  ParkRecords::for_each([&]<class T>() {
    if (ParkRecords::ordinal<T>() != type) return;
    if (change.verb == "move" && !Movable<T>) change.verb = "modify";
    change.type = record_name<T>;
    const bool fresh = change.verb == "add" && !dice.chance(10);
    change.id = change.type + "-" + std::to_string(fresh ? 100 + number : dice.below(8));
    const auto choose = [&]<class X>(Id<X>) { return Id<X>(dice.below(table<X>(park).size())); };
    const auto values = strings_of(testing_park::random_record<T>(change.id, dice, choose), park);
    for (const auto& [field, value] : values) {
      // Lines and transformers keep their ends: one of them alone might meet the other.
      constexpr bool has_ends = std::same_as<T, PowerLine> || std::same_as<T, Transformer>;
      const bool is_end = has_ends && (field == "from" || field == "to" || field == "high" || field == "low");
      const bool used = change.verb == "add" || (change.verb == "move" && field == "position") ||
                        (change.verb == "modify" && field != "id" && !is_end && dice.chance(20));
      if (used) change.values[field] = value;
    }
    if (change.verb == "modify" && change.values.empty()) change.verb = "remove";
  });
  return change;
}

/// None when it is refused; `reason` then tells why.
std::optional<Park> park_after(const Park& park, const std::string& yaml, std::string& reason) {
  Problems problems;
  const auto document = yaml::parse_document(yaml, "s.yaml");
  const auto changes = read_changes(document.root, "s.yaml", problems);
  EXPECT_TRUE(problems.empty()) << to_string(problems.list().at(0)) << "\n" << yaml;
  try {
    return apply(park, changes);
  } catch (const InputError& error) {
    EXPECT_FALSE(error.problems().empty());
    reason = error.what();
    return std::nullopt;
  }
}

void expect_equal(const StringPark& actual, const StringPark& expected, const std::string& yaml) {
  for (const auto& [type, records] : expected) EXPECT_EQ(actual.at(type), records) << type << "\n" << yaml;
}

/// Parts with the same content are the same object.
void expect_shared(const Park& before, const Park& after) {
  std::vector<std::pair<const void*, ContentHash>> parts;
  describe([&](const Field&, const auto& part) { parts.emplace_back(&*part, part.content_hash()); }, before);
  std::size_t position = 0;
  describe(
      [&](const Field& field, const auto& part) {
        const auto& [content, hash] = parts[position++];
        EXPECT_EQ(static_cast<const void*>(&*part) == content, part.content_hash() == hash) << field.name;
      },
      after);
}

// Every change is accepted or refused by both, and the parks are the same, also after hundreds of removals and additions.
TEST(EditedPark, AgreesWithAReferenceThatKnowsOnlyTexts) {
  std::size_t accepted = 0;
  std::size_t refused = 0;
  for (std::uint32_t entity = 0; entity < 60; ++entity) {
    Dice dice(1000 + entity);
    const Park park = random_park(entity);
    StringEditor reference(strings_of(park));
    std::string yaml;
    std::string reason;
    for (std::size_t i = 0; i < 60; ++i) {
      const StringChange change = random_change(park, dice, i);
      const std::string extended = yaml + change.yaml();
      const bool fits = reference.apply(change);
      (fits ? accepted : refused) += 1;
      if (fits) yaml = extended;
      if (!fits && i % 5 == 0) {
        EXPECT_FALSE(park_after(park, extended, reason)) << extended;
      }
      if (HasFailure()) return;
    }
    if (yaml.empty()) continue;
    const auto changed = park_after(park, yaml, reason);
    ASSERT_TRUE(changed) << reason << "\n" << yaml;
    expect_equal(strings_of(*changed), reference.park(), yaml);
    expect_shared(park, *changed);
    ASSERT_FALSE(HasFailure());
  }
  EXPECT_GT(accepted, 500u);
  EXPECT_GT(refused, 500u);
}

TEST(EditedPark, SharesEverythingWhenNothingChanges) {
  const Park park = random_park(3);
  expect_shared(park, EditedPark(park).finished());
  const Park same = apply(park, {});
  EXPECT_EQ(&*same.buildings, &*park.buildings);
  EXPECT_EQ(content_hash_of(same), content_hash_of(park));
}

TEST(EditedPark, SharesTablesWhoseReferencesDoNotMove) {
  std::vector<Tree> trees(3);
  for (std::size_t i = 0; i < trees.size(); ++i) trees[i].id = "T-" + std::to_string(i);
  std::vector<Enterprise> enterprises(3);
  for (std::size_t i = 0; i < enterprises.size(); ++i) enterprises[i].id = "E-" + std::to_string(i);
  std::vector<Parcel> parcels(2);
  parcels[0].id = "P-0";
  parcels[0].enterprise = Id<Enterprise>(0);
  parcels[1].id = "P-1";
  Park park;
  park.trees = Part(Table(trees));
  park.enterprises = Part(Table(enterprises));
  park.parcels = Part(Table(parcels));

  EditedPark last(park);
  last.remove({ParkRecords::ordinal<Enterprise>(), 2});
  const Park without_last = last.finished();
  EXPECT_EQ(without_last.enterprises->size(), 2u);
  EXPECT_EQ(&*without_last.parcels, &*park.parcels);
  EXPECT_EQ(&*without_last.trees, &*park.trees);

  parcels[1].enterprise = Id<Enterprise>(2);
  park.parcels = Part(Table(parcels));
  EditedPark middle(park);
  middle.remove({ParkRecords::ordinal<Enterprise>(), 1});
  const Park without_middle = middle.finished();
  EXPECT_EQ(without_middle.parcels->records()[1].enterprise.index(), 1u);
  EXPECT_EQ(without_middle.enterprises->records()[1].id, "E-2");
  EXPECT_EQ(&*without_middle.trees, &*park.trees);
}

TEST(EditedPark, NamesReferrers) {
  const Park park = random_park(5);
  const EditedPark edited(park);
  const auto text = strings_of(park);
  ParkRecords::for_each([&]<class T>() {
    for (std::size_t slot = 0; slot < table<T>(park).size(); ++slot) {
      const std::string id = table<T>(park).records()[slot].id;
      std::size_t expected = 0;
      for (const auto& [type, fields] : testing_park::reference_fields()) {
        for (const auto& record : text.at(type)) {
          for (const auto& [field, target] : fields) {
            const std::string padded = "," + record.at(field) + ",";
            const auto end = padded.find(id);
            const bool whole = end != std::string::npos && !std::isdigit(static_cast<unsigned char>(padded[end + id.size()]));
            if (target == record_name<T> && whole) ++expected;
          }
        }
      }
      EXPECT_EQ(edited.referrers({{ParkRecords::ordinal<T>(), slot}}).size(), expected) << id;
    }
  });
}

}  // namespace
}  // namespace parktwin
