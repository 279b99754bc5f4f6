#include "viz/osg/picture.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <osg/Image>
#include <osgDB/Registry>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "engine/core/errors.h"

namespace parktwin::viz {

std::string encode_png(const Picture& picture) {
  osgDB::ReaderWriter* png = osgDB::Registry::instance()->getReaderWriterForExtension("png");
  if (png == nullptr) throw std::runtime_error("OpenSceneGraph's PNG plugin is missing (Debian package libopenscenegraph161)");
  osg::ref_ptr<osg::Image> image = new osg::Image;
  std::vector<std::uint8_t> rgb = picture.rgb;
  image->setImage(picture.width, picture.height, 1, GL_RGB, GL_RGB, GL_UNSIGNED_BYTE, rgb.data(), osg::Image::NO_DELETE, 1);
  std::ostringstream bytes(std::ios::binary);
  const auto written = png->writeImage(*image, bytes);
  if (!written.success()) throw std::runtime_error("the PNG plugin failed: " + written.message());
  return bytes.str();
}

void write_whole(const std::string& bytes, const std::filesystem::path& file) {
  if (std::error_code ignored; std::filesystem::is_directory(file, ignored))
    throw OutputError(file.string(), "is a folder, expected a file name");
  std::filesystem::path beside = file;
  beside += ".partial-" + std::to_string(getpid());
  errno = 0;
  std::ofstream stream(beside, std::ios::binary | std::ios::trunc);
  if (!stream) throw OutputError(file.string(), std::strerror(errno));
  stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  stream.close();
  std::error_code failure;
  if (!stream) {
    failure = std::error_code(errno, std::generic_category());
  } else {
    std::filesystem::rename(beside, file, failure);
  }
  if (failure) {
    std::error_code ignored;
    std::filesystem::remove(beside, ignored);
    throw OutputError(file.string(), failure.message());
  }
}

}  // namespace parktwin::viz
