#pragma once
// How likely a building is an enterprise's, by name, address and parcel. Legal forms and words every building has (厂房, 车间, 号楼) are
// left out of names; addresses with different house numbers weigh little. Each kind of evidence gives a confidence of its own, of shares of
// common pairs of characters; together they count as independent: 1 − Π(1 − c). The weights are ours, not from a study.
#include <cstdint>
#include <string>
#include <vector>

namespace parktwin::importers {

/// What is known of a building or an enterprise, made comparable.
struct Traits {
  std::string name;
  std::string address;
  std::string parcel;
  std::vector<std::uint64_t> name_pairs;
  std::vector<std::uint64_t> address_pairs;
  std::vector<std::string> house_numbers;  ///< digits before 号, or all
};

[[nodiscard]] Traits traits_of(const std::string& name, const std::string& address, const std::string& parcel);

struct Likeness {
  double confidence = 0.0;
  std::string reasons;  ///< "name 0.85, parcel 0.90"
};

/// `on_parcel`: how many enterprises name the same parcel.
[[nodiscard]] Likeness likeness_of(const Traits& building, const Traits& enterprise, std::size_t on_parcel);

}  // namespace parktwin::importers
