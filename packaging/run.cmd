@echo off
rem Twin of packaging/run for Windows: installs what is missing, then starts Borgerplan with the words given.
rem Written for Windows 10 and 11, but not yet tried there.
setlocal
set "house=%~dp0.."
rem No stamp as in run: uv looks each time, which takes well under a second.
where uv >nul 2>nul && (set "uv=uv") || (set "uv=%house%\.uv\Scripts\uv.exe")
if not "%uv%"=="uv" if not exist "%uv%" (
    where py >nul 2>nul
    if errorlevel 1 (
        echo Python 3.11, 3.12 or 3.13 is needed, and is not on this computer. 1>&2
        exit /b 1
    )
    echo Fetching uv, which fetches the rest 1>&2
    py -3 -m venv "%house%\.uv" || exit /b 1
    "%house%\.uv\Scripts\python.exe" -m pip install --quiet --disable-pip-version-check uv==0.13.9 1>&2 || exit /b 1
)
set "PYTHONDONTWRITEBYTECODE="
set "UV_PYTHON_DOWNLOADS=never"
set "UV_PROJECT_ENVIRONMENT=.venv"
if not exist "%house%\.venv" echo Preparing .venv, about 400 MB the first time 1>&2
"%uv%" sync --quiet --directory "%house%" --frozen --inexact --compile-bytecode 1>&2 || exit /b 1
"%house%\.venv\Scripts\borgerplan.exe" %*
exit /b %errorlevel%
