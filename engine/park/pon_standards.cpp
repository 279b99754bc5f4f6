#include "engine/park/pon_standards.h"

#include <array>

namespace parktwin {
namespace {

struct ClassRow {
  PonStandard standard;
  PonClass loss_class;
  double least_db;
  double most_db;
  std::array<double, 4> powers_dbm;  ///< launch from, to; sensitivity; overload
};

using enum PonStandard;
using enum PonClass;

constexpr std::array powered{ClassRow{gpon, a, 5, 20, {0, 4, -21, -1}},          ClassRow{gpon, b, 10, 25, {5, 9, -21, -1}},
                             ClassRow{gpon, b_plus, 13, 28, {1.5, 5, -27, -8}},  ClassRow{gpon, c, 15, 30, {3, 7, -28, -8}},
                             ClassRow{gpon, c_plus, 17, 32, {3, 7, -30, -8}},    ClassRow{xgs_pon, b_plus, 13, 28, {2, 5, -27, -8}},
                             ClassRow{xgs_pon, c_plus, 17, 32, {6, 9, -27, -8}}, ClassRow{xgs_pon, n1, 14, 29, {2, 5, -28, -9}},
                             ClassRow{xgs_pon, n2, 16, 31, {4, 7, -28, -9}},     ClassRow{xgs_pon, e1, 18, 33, {6, 9, -28, -9}},
                             ClassRow{xgs_pon, e2, 20, 35, {8, 11, -28, -9}}};

const ClassRow* row_of(PonStandard standard, PonClass loss_class) {
  for (const ClassRow& row : powered) {
    if (row.standard == standard && row.loss_class == loss_class) return &row;
  }
  return nullptr;
}

}  // namespace

std::optional<LossRange> loss_range(PonStandard standard, PonClass loss_class) {
  const ClassRow* row = row_of(standard == fifty_g_pon ? xgs_pon : standard, loss_class);
  if (!row) return std::nullopt;
  return LossRange{Decibel(row->least_db), Decibel(row->most_db)};
}

std::optional<DownstreamPowers> downstream_powers(PonStandard standard, PonClass loss_class) {
  const ClassRow* row = row_of(standard, loss_class);
  if (!row) return std::nullopt;
  const auto& [from, to, sensitivity, overload] = row->powers_dbm;
  return DownstreamPowers{Dbm(from), Dbm(to), Dbm(sensitivity), Dbm(overload)};
}

std::optional<Decibel> splitter_loss(std::int32_t ratio) {
  switch (ratio) {
    case 2:
      return Decibel(3.7);
    case 4:
      return Decibel(7.2);
    case 8:
      return Decibel(10.5);
    case 16:
      return Decibel(14.0);
    case 32:
      return Decibel(17.5);
    case 64:
      return Decibel(21.0);
    default:
      return std::nullopt;
  }
}

}  // namespace parktwin
