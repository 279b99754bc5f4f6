#pragma once
// An MP4 file (H.264) made of pictures, by the program ffmpeg, which gets them raw on its standard input. The file is written beside its
// place and renamed when whole. Colours are converted by ITU-R BT.709, which players take a film of this size for.
#include <cstdint>
#include <filesystem>
#include <memory>

#include "viz/osg/picture.h"

namespace parktwin::viz {

/// Throws InputError, naming the Debian package, when ffmpeg is not in a folder of PATH.
[[nodiscard]] std::filesystem::path find_ffmpeg();

class VideoFile {
 public:
  /// Precondition: width and height even, all positive. Throws InputError without ffmpeg, OutputError when the file cannot be written.
  VideoFile(const std::filesystem::path& file, int width, int height, int frames_per_second);
  /// Unfinished: nothing stays.
  ~VideoFile();
  VideoFile(const VideoFile&) = delete;
  VideoFile& operator=(const VideoFile&) = delete;

  /// Precondition: of the file's size. Throws OutputError, with ffmpeg's own words, when it ended before its time.
  void add(const Picture& picture);
  /// Bytes of the file, which is now in its place. Throws OutputError.
  std::uintmax_t finish();

 private:
  struct Encoder;
  std::unique_ptr<Encoder> encoder_;
};

}  // namespace parktwin::viz
