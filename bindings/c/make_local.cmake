# Makes local every symbol of an object that is not of leps.h:
#   cmake -DNM=nm -DOBJCOPY=objcopy -DOBJECT=leps.o -P make_local.cmake
# objcopy passes over what GCC marks as unique in a process, the variables of inline code: a C++
# program that has the same ones (std::piecewise_construct) would not link. Weak, they are as the rest.
execute_process(COMMAND ${NM} --defined-only ${OBJECT} OUTPUT_VARIABLE symbols
                COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL " u [^\n]+" unique "${symbols}")
list(TRANSFORM unique REPLACE "^ u " "")
list(JOIN unique "\n" unique)
file(WRITE ${OBJECT}.unique "${unique}\n")
execute_process(COMMAND ${OBJCOPY} --weaken-symbols=${OBJECT}.unique ${OBJECT}
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${OBJCOPY} --wildcard --keep-global-symbol=leps_* ${OBJECT}
                COMMAND_ERROR_IS_FATAL ANY)
