#pragma once
// The frames of a tour's film: stops at rest with title, legend, labels and caption, and flights between them, on which one map gives way
// to the next. A stop at rest is drawn once.
#include <cstddef>
#include <memory>
#include <vector>

#include "engine/storage/storage.h"
#include "viz/osg/picture.h"
#include "viz/scene/scene.h"
#include "viz/tour/stop.h"

namespace parktwin::viz {

struct FilmOptions {
  int width = 1920;
  int height = 1080;
  int frames_per_second = 25;
  double seconds_per_stop = 5.0;
  Language language = Language::en;
};

class Film {
 public:
  /// `run` must outlive it. Precondition: at least one stop. Throws std::runtime_error when no OpenGL context can be had.
  Film(const storage::SavedRun& run, std::vector<tour::Stop> stops, const FilmOptions& options);
  ~Film();
  Film(const Film&) = delete;
  Film& operator=(const Film&) = delete;

  [[nodiscard]] std::size_t frames() const;
  /// Cheapest in their order. The reference holds until the next call.
  [[nodiscard]] const Picture& frame(std::size_t number);

 private:
  struct Set;
  std::unique_ptr<Set> set_;
};

/// Each byte between those of two pictures of one size: those of `a` at share 0, of `b` at share 1.
[[nodiscard]] Picture mixed(const Picture& a, const Picture& b, double share);

}  // namespace parktwin::viz
