# What other programs find the library by, after `cmake --install` and in the build tree alike.
# Components: `c`, the shared library; `c-static`, the static one. Who embeds either need not build
# the command.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/leps)

foreach(component c c-static)
  set(optional)
  if(component STREQUAL "c-static")
    set(optional EXCLUDE_FROM_ALL)  # whoever installs it asks for it, having built it
  endif()
  install(FILES include/leps/leps.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/leps
          COMPONENT ${component} ${optional})
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/install/leps-config.cmake
                ${CMAKE_CURRENT_BINARY_DIR}/leps-config-version.cmake
          DESTINATION ${package_dir} COMPONENT ${component} ${optional})
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/install/leps.pc
          DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT ${component} ${optional})
endforeach()
install(TARGETS leps_c EXPORT leps-shared LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT c)
install(EXPORT leps-shared NAMESPACE leps:: FILE leps-shared.cmake
        DESTINATION ${package_dir} COMPONENT c)
install(TARGETS leps_c_static EXPORT leps-static
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT c-static EXCLUDE_FROM_ALL)
install(EXPORT leps-static NAMESPACE leps:: FILE leps-static.cmake
        DESTINATION ${package_dir} COMPONENT c-static EXCLUDE_FROM_ALL)

# The build tree, as if it were installed: `leps_DIR` or `PKG_CONFIG_PATH` is its folder bindings/c.
export(EXPORT leps-shared NAMESPACE leps:: FILE ${CMAKE_CURRENT_BINARY_DIR}/leps-shared.cmake)
export(EXPORT leps-static NAMESPACE leps:: FILE ${CMAKE_CURRENT_BINARY_DIR}/leps-static.cmake)

string(REPLACE ";" " " LEPS_NEEDS_LIST "${LEPS_NEEDS_NAMES}")
list(FILTER LEPS_NEEDS_LDFLAGS EXCLUDE REGEX "^-L/usr/lib")  # where every linker looks
string(REPLACE ";" " " LEPS_NEEDS_LIBS "${LEPS_NEEDS_LDFLAGS}")
configure_package_config_file(leps-config.cmake.in install/leps-config.cmake
  INSTALL_DESTINATION ${package_dir})
configure_package_config_file(leps-config.cmake.in leps-config.cmake
  INSTALL_DESTINATION ${CMAKE_CURRENT_BINARY_DIR} INSTALL_PREFIX ${CMAKE_CURRENT_BINARY_DIR})
# Until 1.0 a minor version may break what the one before promised.
write_basic_package_version_file(leps-config-version.cmake COMPATIBILITY SameMinorVersion)

set(pc_prefix "\${pcfiledir}/../..")
set(pc_libdir "\${prefix}/lib")
if(NOT CMAKE_INSTALL_LIBDIR STREQUAL "lib")
  cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX}
             OUTPUT_VARIABLE relative)
  string(REGEX REPLACE "[^/]+" ".." back "${relative}")
  set(pc_prefix "\${pcfiledir}/../${back}")
  set(pc_libdir "\${prefix}/${relative}")
endif()
set(pc_includedir "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
configure_file(leps.pc.in install/leps.pc @ONLY)
set(pc_prefix "${CMAKE_CURRENT_BINARY_DIR}")
set(pc_libdir "\${prefix}")
set(pc_includedir "${CMAKE_CURRENT_SOURCE_DIR}/include")
foreach(folder pc_prefix pc_includedir)
  string(REPLACE " " "\\ " ${folder} "${${folder}}")
endforeach()
configure_file(leps.pc.in leps.pc @ONLY)
