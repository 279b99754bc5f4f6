#include "engine/simulators/radio/detour_row.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <type_traits>

#include "engine/simulators/radio/fast_math.h"
#include "engine/simulators/radio/path_kernels.h"

namespace parktwin::radio {

void DetourRow::add(std::size_t at, const Detour& detour, Point centre, float ground_m, float rise_m) {
  if (size_ == at_.size()) {
    const std::size_t more = 2 * size_ + 64;
    at_.resize(more);
    material_.resize(more);
    for (auto* array : {&bend_, &lg_slant_, &east_, &north_, &rise_, &inverse_, &loss_, &level_, &attenuation_}) array->resize(more);
    scratch_.resize(3 * more);
  }
  const auto x = static_cast<float>(centre.x) - detour.x_m;
  const auto y = static_cast<float>(centre.y) - detour.y_m;
  const float leg_m = std::sqrt(x * x + y * y);
  const float way_m = detour.way_m + leg_m;
  const float square = way_m * way_m + rise_m * rise_m;
  at_[size_] = static_cast<std::uint32_t>(at);
  lg_slant_[size_] = 0.5F * fast_log10(square);
  if (detour.kind == DetourKind::corner) {
    material_[size_] = -1;
    // way − ground without cancellation: 2 s1 c² / ((s2 + d) (way + ground)), with c and d the second leg across and along the first.
    const float along_m = x * detour.normal_x + y * detour.normal_y;
    const float across_m = x * detour.normal_y - y * detour.normal_x;
    bend_[size_] = 2.0F * detour.way_m * across_m * across_m / (std::max(leg_m + along_m, 1e-3F) * (way_m + ground_m));
    east_[size_] = detour.normal_x * way_m;
    north_[size_] = detour.normal_y * way_m;
  } else {
    // Mirrored back at the façade.
    const float towards = x * detour.normal_x + y * detour.normal_y;
    material_[size_] = static_cast<std::int32_t>(detour.material);
    bend_[size_] = std::abs(towards) / leg_m;
    east_[size_] = x - 2.0F * towards * detour.normal_x;
    north_[size_] = y - 2.0F * towards * detour.normal_y;
  }
  rise_[size_] = rise_m;
  inverse_[size_] = fast_inverse_root(square);
  ++size_;
}

void DetourRow::prepare(const PathTables& tables, const float* extra_db) {
  detour_losses(size_, tables, material_.data(), bend_.data(), lg_slant_.data(), loss_.data());
  for (std::size_t i = 0; i < size_; ++i) loss_[i] += extra_db[at_[i]];
}

void DetourRow::mark_stronger(const float* direct_loss, std::uint8_t* marks) const {
  for (std::size_t i = 0; i < size_; ++i) marks[at_[i]] = loss_[i] < direct_loss[at_[i]] ? 1 : 0;
}

void DetourRow::join(const PatternTable& pattern, const Transmitter& transmitter, float* received) {
  row_attenuations(pattern, transmitter.orientation, size_, {east_.data(), north_.data(), rise_.data(), inverse_.data()},
                   attenuation_.data(), scratch_.data());
  for (std::size_t i = 0; i < size_; ++i) level_[i] = received[at_[i]];
  join_levels(size_, static_cast<float>(transmitter.peak_dbm), loss_.data(), attenuation_.data(), level_.data());
  for (std::size_t i = 0; i < size_; ++i) received[at_[i]] = level_[i];
}

DetourRow DetourRow::trimmed() const {
  const auto used = [this](const auto& array) {
    return std::decay_t<decltype(array)>(array.begin(), array.begin() + static_cast<std::ptrdiff_t>(size_));
  };
  DetourRow result;
  result.size_ = size_;
  result.at_ = used(at_);
  result.material_ = used(material_);
  for (auto array : {&DetourRow::bend_, &DetourRow::lg_slant_, &DetourRow::east_, &DetourRow::north_, &DetourRow::rise_,
                     &DetourRow::inverse_, &DetourRow::loss_, &DetourRow::level_, &DetourRow::attenuation_}) {
    result.*array = used(this->*array);
  }
  result.scratch_.resize(3 * size_);
  return result;
}

std::size_t DetourRow::bytes() const {
  return at_.capacity() * sizeof(std::uint32_t) + material_.capacity() * sizeof(std::int32_t) +
         (9 * bend_.capacity() + scratch_.capacity()) * sizeof(float);
}

}  // namespace parktwin::radio
