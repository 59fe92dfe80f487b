# libleps.a: one object with the whole engine in it, whose only functions are those of leps.h. Linked in
# part (`ld -r`) and with every other symbol made local, it cannot clash with the C++ of a program
# that embeds it, whatever version of Boost that has. What it needs of other libraries stays with
# who links it: leps.pc and leps-config.cmake name them.

# Every archive of the engine that a target is made of, itself included.
function(leps_archives_of target result)
  set(found)
  set(open ${target})
  while(open)
    list(POP_FRONT open next)
    if(NOT TARGET ${next} OR NOT next MATCHES "^leps_" OR next IN_LIST found)
      continue()
    endif()
    get_target_property(type ${next} TYPE)
    if(type STREQUAL "STATIC_LIBRARY")
      list(APPEND found ${next})
    endif()
    get_target_property(uses ${next} INTERFACE_LINK_LIBRARIES)
    if(uses)
      list(APPEND open ${uses})
    endif()
  endwhile()
  set(${result} ${found} PARENT_SCOPE)
endfunction()

leps_archives_of(leps_embedded archives)
list(TRANSFORM archives REPLACE "(.+)" "$<TARGET_FILE:\\1>" OUTPUT_VARIABLE archive_files)
set(whole ${CMAKE_CURRENT_BINARY_DIR}/leps.o)
find_program(LEPS_LD NAMES ld.bfd REQUIRED)  # of binutils: clang's lld cannot dissolve groups
# Groups of duplicates are dissolved: a local name in one could be thrown away for a namesake of the
# program's own.
add_custom_command(OUTPUT ${whole}
  COMMAND ${LEPS_LD} -r --force-group-allocation -o ${whole} $<TARGET_OBJECTS:leps_c_objects>
          --start-group ${archive_files} --end-group
  COMMAND ${CMAKE_COMMAND} -DNM=${CMAKE_NM} -DOBJCOPY=${CMAKE_OBJCOPY} -DOBJECT=${whole}
          -P ${CMAKE_CURRENT_SOURCE_DIR}/make_local.cmake
  DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/make_local.cmake
          leps_c_objects $<TARGET_OBJECTS:leps_c_objects> ${archives} ${archive_files}
  COMMENT "Linking the whole engine into one object"
  COMMAND_EXPAND_LISTS VERBATIM)

add_library(leps_c_static STATIC ${whole})
set_source_files_properties(${whole} PROPERTIES EXTERNAL_OBJECT TRUE GENERATED TRUE)
target_include_directories(leps_c_static
  INTERFACE $<BUILD_INTERFACE:${CMAKE_CURRENT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>)
set_target_properties(leps_c_static PROPERTIES
  OUTPUT_NAME leps LINKER_LANGUAGE CXX EXPORT_NAME leps_static)

find_package(PkgConfig REQUIRED)
# pkg-config knows each of them on every system, which CMake's own packages do not agree on.
set(LEPS_NEEDS_NAMES yaml-cpp pugixml libsodium libzip xlsxwriter)
pkg_check_modules(LEPS_NEEDS REQUIRED IMPORTED_TARGET ${LEPS_NEEDS_NAMES})
target_link_libraries(leps_c_static INTERFACE PkgConfig::LEPS_NEEDS stdc++ m)
